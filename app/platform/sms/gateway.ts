export interface TextToSend {
  /** Digits with the country, without a plus. */
  to: string;
  words: string;
  /** Names the message: tried again it is cut into the same parts. */
  reference: string;
  /** The network gives up delivering it then. */
  minutesValid: number;
  /** Positions of the parts that were accepted before. */
  accepted: readonly number[];
}

export interface AcceptedPart {
  position: number;
  /** So many the message has. */
  parts: number;
  /** As the operator names it in its reports. */
  operatorId: string;
}

/** What the operator says of a part later: it may go on trying, or has ended with it. */
export type DeliveryState = 'under-way' | 'delivered' | 'failed';

export interface DeliveryReport {
  operatorId: string;
  state: DeliveryState;
  /** The operator's own word, as UNDELIV. */
  detail: string;
}

/** A way to people's phones. Another protocol is another of these. */
export interface SmsGateway {
  /**
   * Hands a message to the operator; tells of each part as it is accepted, so that nothing is sent twice when the rest
   * is tried again. Throws PermanentFailure where the operator refuses this message or number for good.
   */
  send(text: TextToSend, onAccepted: (part: AcceptedPart) => Promise<void>): Promise<void>;
  /** Is there for reports as long as some are waited for. */
  listen(): Promise<void>;
  /** Leaves the operator until there is something to send. */
  close(): Promise<void>;
}

/** A shift as its page shows it, with the reader's own place. */
export interface ShownShift {
  id: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  taken: number;
  waiting: number;
  task: string;
  place: string;
  roles: readonly { name: string; capacity: number }[];
  cancelledAt: Date | null;
  cancelledReason: string | null;
  signUpUntil: Date;
  signOffUntil: Date;
  /** It starts within some hours. */
  soon: boolean;
  /** Signing off wants a reason. */
  late: boolean;
  /** Sign-up is open. */
  open: boolean;
  begun: boolean;
  /** Nobody checks in or out any more. */
  over: boolean;
  /** It is over, and the reader may have been helped. */
  mayThank: boolean;
  /** The reader's own place. */
  mine: string | null;
  offeredUntil: Date | null;
  /** Own places at the same time. */
  overlaps: readonly { id: string; title: string; startsAt: Date; endsAt: Date }[];
}

import type { Pdu, Session, Smpp } from 'smpp';
import type { SmppAddress } from './smpp-address';

/** What the operator's server answered instead of yes. */
export class SmppRefusal extends Error {
  constructor(
    readonly status: number,
    errors: Smpp['errors'],
  ) {
    const name = Object.keys(errors).find((key) => errors[key] === status);
    super(`${name ?? 'SMPP error'} (0x${status.toString(16).padStart(8, '0')})`);
  }
}

/** A server that hangs holds up neither the queue nor the process. */
const answerMilliseconds = 10_000;
const enquireMilliseconds = 30_000;
/** ESME_RX_T_APPN: not taken for now. */
const comesAgain = 0x64;

export type Request = 'bind_transceiver' | 'submit_sm' | 'enquire_link' | 'unbind';

export interface SmppLink {
  readonly isOpen: boolean;
  /** Sends a request and waits for its answer. Throws SmppRefusal where that is no. */
  ask(request: Request, fields: Record<string, unknown>): Promise<Pdu>;
  close(): Promise<void>;
}

/** The library forgets who waits when a link ends, and sends nothing without a word where it has ended. */
class Link implements SmppLink {
  #ended: Error | null = null;
  readonly #waiting = new Set<(error: Error) => void>();
  #enquiring: NodeJS.Timeout | null = null;

  constructor(
    private readonly smpp: Smpp,
    private readonly session: Session,
  ) {
    session.on('error', (error: Error) => this.#end(error));
    session.on('close', () => this.#end(new Error('The operator closed the link')));
    session.on('enquire_link', (pdu: Pdu) => void session.send(pdu.response()));
    session.on('unknown', (pdu: Pdu) => void session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      this.#end(new Error('The operator ended the session'));
    });
    // Whoever stops the process does not wait for the operator.
    session.socket.unref();
  }

  get isOpen(): boolean {
    return this.#ended === null;
  }

  ask(request: Request, fields: Record<string, unknown>): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      const fail = (error: Error) => {
        clearTimeout(timer);
        this.#waiting.delete(fail);
        reject(error);
      };
      const timer = setTimeout(
        () => this.#end(new Error('The operator does not answer')),
        answerMilliseconds,
      );
      this.#waiting.add(fail);
      const isSent = this.session[request](fields, (answer) => {
        if (answer.command_status !== 0)
          return fail(new SmppRefusal(answer.command_status, this.smpp.errors));
        clearTimeout(timer);
        this.#waiting.delete(fail);
        resolve(answer);
      });
      if (!isSent) this.#end(new Error('The link to the operator is gone'));
    });
  }

  /** Takes what the operator sends: what could not be taken just now comes again. */
  onMessages(take: (pdu: Pdu) => Promise<void>): void {
    this.session.on('deliver_sm', (pdu: Pdu) => {
      const answer = (command_status: number) => void this.session.send(pdu.response({ command_status }));
      take(pdu).then(
        () => answer(0),
        () => answer(comesAgain),
      );
    });
  }

  /** Notices a link that has died without a word. */
  keepAlive(): void {
    this.#enquiring = setInterval(() => {
      this.ask('enquire_link', {}).catch((error: Error) => this.#end(error));
    }, enquireMilliseconds);
    this.#enquiring.unref();
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.ask('unbind', {}).catch(() => undefined);
    this.#end(new Error('The link was closed'));
  }

  /** Without a farewell, of a link that never let us in. */
  abandon(): void {
    this.#end(new Error('The link was closed'));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    if (this.#enquiring) clearInterval(this.#enquiring);
    for (const fail of [...this.#waiting]) fail(this.#ended);
    this.session.destroy();
  }
}

function connected(smpp: Smpp, { host, port, tls }: SmppAddress): Promise<Link> {
  return new Promise((resolve, reject) => {
    const session: Session = smpp.connect({ host, port, ...(tls && { tls }) }, () => {
      settle();
      resolve(new Link(smpp, session));
    });
    const fail = (error: Error) => {
      settle();
      // Late faults of a link that nobody has.
      session.on('error', () => undefined);
      session.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error('The operator cannot be reached')), answerMilliseconds);
    const settle = () => {
      clearTimeout(timer);
      session.off('error', fail);
    };
    session.on('error', fail);
  });
}

/** Connects and binds as a transceiver, which sends and is sent reports. `onMessage` answers whether it was taken. */
export async function openLink(
  smpp: Smpp,
  address: SmppAddress,
  onMessage: (pdu: Pdu) => Promise<void> = () => Promise.resolve(),
): Promise<SmppLink> {
  const link = await connected(smpp, address);
  link.onMessages(onMessage);
  const { systemId, password, systemType } = address;
  const fields = { system_id: systemId, password, system_type: systemType, interface_version: 0x34 };
  try {
    await link.ask('bind_transceiver', fields);
  } catch (error) {
    link.abandon();
    throw error;
  }
  link.keepAlive();
  return link;
}

/** What is used of the library, which brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  /** A protocol data unit; what a command or a receipt carries stands beside its name. */
  export interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    response(options?: Record<string, unknown>): Pdu;
    toBuffer(): Buffer;
    readonly [field: string]: unknown;
  }
  type Answered = (answer: Pdu) => void;
  type Request = (options: Record<string, unknown>, answered: Answered) => boolean;

  export class Session extends EventEmitter {
    readonly socket: Socket;
    readonly bind_transceiver: Request;
    readonly submit_sm: Request;
    readonly deliver_sm: Request;
    readonly enquire_link: Request;
    readonly unbind: Request;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
  }

  export interface Smpp {
    connect(options: { host: string; port: number; tls?: boolean }, ready: () => void): Session;
    createServer(options: Record<string, unknown>, listener: (session: Session) => void): NetServer;
    errors: Readonly<Record<string, number>>;
    encodings: { ASCII: { match(text: string): boolean; encode(text: string): Buffer } };
  }
  const smpp: Smpp;
  export default smpp;
}

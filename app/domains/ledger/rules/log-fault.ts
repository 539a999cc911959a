/** Why something of a log is refused. */
export type LogFaultCode =
  | 'hash-length'
  | 'index-out-of-range'
  | 'size-out-of-range'
  | 'size-zero'
  | 'sizes-out-of-order'
  | 'proof-length'
  | 'root-differs'
  | 'note-form'
  | 'note-signature'
  | 'key-form'
  | 'checkpoint-form'
  | 'submission-form'
  | 'tile-path'
  | 'tile-length'
  | 'entry-length';

/** What does not hold, with what was found and what was wanted. */
export class LogFault extends Error {
  constructor(
    readonly code: LogFaultCode,
    message: string,
  ) {
    super(message);
  }
}

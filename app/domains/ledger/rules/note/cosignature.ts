import { sign, verify } from 'node:crypto';
import type { NoteKey, SigningNoteKey } from './note-key';
import { readNote, signaturesOf } from './signed-note';
import { LogFault } from '../log-fault';

/** A witness says that at this time the head was consistent with all that it had seen of the log before. */
export interface Cosignature {
  witness: string;
  at: Date;
}

const timeBytes = 8;
const signatureBytes = 64;
/** The last second that a Date can say; a later one is no time. */
const lastSecond = 8_640_000_000_000n;

const signedText = (seconds: bigint, text: string) => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** The line by which a witness cosigns a note (C2SP tlog-cosignature, cosignature/v1). The note is not checked. */
export function cosignatureLine(note: Uint8Array, witness: SigningNoteKey, at: Date): string {
  const { text } = readNote(note);
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(timeBytes);
  time.writeBigUInt64BE(seconds);
  const signature = sign(null, signedText(seconds, text), witness.privateKey);
  const line = Buffer.concat([witness.id, time, signature]).toString('base64');
  return `— ${witness.name} ${line}\n`;
}

/** The note with the witness's cosignature under it. The note is not checked. */
export const cosign = (note: Uint8Array, witness: SigningNoteKey, at: Date): string =>
  Buffer.from(note).toString('utf8') + cosignatureLine(note, witness, at);

/**
 * The newest cosignature of each of the witnesses that has cosigned the note, in their order. Throws LogFault for one of
 * these witnesses that does not hold; others are passed over.
 */
export function cosignaturesOf(note: Uint8Array, witnesses: readonly NoteKey[]): Cosignature[] {
  const { text, signatures } = readNote(note);
  return witnesses.flatMap((witness) => {
    const seconds = signaturesOf(signatures, witness).map(({ bytes }) => {
      const time = bytes.length === timeBytes + signatureBytes ? Buffer.from(bytes).readBigUInt64BE() : null;
      if (
        time === null ||
        time > lastSecond ||
        !verify(null, signedText(time, text), witness.publicKey, bytes.subarray(timeBytes))
      )
        throw new LogFault('note-signature', `the cosignature of ${witness.name} does not hold`);
      return Number(time);
    });
    return seconds.length === 0 ? [] : [{ witness: witness.name, at: new Date(Math.max(...seconds) * 1000) }];
  });
}

import { LogFault } from '../log-fault';
import { hashBytes } from '../tree/hashes';
import type { Hash } from '../tree/hashes';

/** What a log hands to a witness (C2SP tlog-witness, add-checkpoint). */
export interface Submission {
  /** The size of the head that the witness cosigned last, as the log knows it; 0 where it cosigned none. */
  oldSize: number;
  /** That the tree of the old size is the beginning of that of the head. */
  proof: readonly Hash[];
  /** The head, as the log signed it. */
  note: Uint8Array;
}

/** The path behind the address of a witness. */
export const submissionPath = 'add-checkpoint';

/** Of an answer that says which size the witness has (409). */
export const sizeType = 'text/x.tlog.size';

/** More of it is no submission: a proof has 63 hashes at most, and a note some signatures. */
export const mostSubmissionBytes = 16 * 1024;
const mostProof = 63;
const sizeForm = /^(0|[1-9]\d{0,15})$/;
const hashForm = /^[A-Za-z0-9+/]{43}=$/;

export function writeSubmission({ oldSize, proof, note }: Submission): Buffer {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return Buffer.concat([Buffer.from(`old ${oldSize}\n${hashes.join('')}\n`), note]);
}

const wrong = (why: string) => new LogFault('submission-form', `not a submission: ${why}`);

/** A size as one line says it; null where it is none. */
export function readSize(text: string): number | null {
  const size = sizeForm.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(size) ? size : null;
}

function readHash(line: string): Hash {
  const hash = Buffer.from(line, 'base64');
  if (!hashForm.test(line) || hash.length !== hashBytes || hash.toString('base64') !== line)
    throw wrong('a line of its proof is no hash');
  return hash;
}

/** Throws LogFault where it has another form. */
export function readSubmission(body: Uint8Array): Submission {
  if (body.length > mostSubmissionBytes) throw wrong(`it has ${body.length} bytes`);
  const bytes = Buffer.from(body);
  const end = bytes.indexOf('\n\n');
  if (end < 0) throw wrong('no empty line ends its proof');
  const [first = '', ...proof] = bytes.subarray(0, end).toString('latin1').split('\n');
  const oldSize = first.startsWith('old ') ? readSize(first.slice(4)) : null;
  if (oldSize === null) throw wrong('its first line says no old size');
  if (proof.length > mostProof) throw wrong(`its proof has ${proof.length} hashes`);
  return { oldSize, proof: proof.map(readHash), note: bytes.subarray(end + 2) };
}

import { openNote, signNote } from './signed-note';
import type { NoteKey, SigningNoteKey } from './note-key';
import { LogFault } from '../log-fault';
import { ensureHashes, ensureSize, hashBytes } from '../tree/hashes';
import type { Hash } from '../tree/hashes';

/** The head of a log (C2SP tlog-checkpoint): how many entries it has, and the root over them. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Hash;
}

/** The checkpoint as a note, signed by the log's own key, whose name is the log's. */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: SigningNoteKey): string {
  ensureSize('the size', size);
  ensureHashes('the root', [root]);
  return signNote(`${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`, key);
}

const sizeForm = /^(0|[1-9]\d{0,15})$/;

/** Reads a checkpoint that the key, by the name of the log, has signed. Throws LogFault. */
export function openCheckpoint(bytes: Uint8Array, key: NoteKey): Checkpoint {
  const [origin = '', sizeText = '', rootText = '', ...rest] = openNote(bytes, key).slice(0, -1).split('\n');
  const wrong = (what: string) => new LogFault('checkpoint-form', `not a checkpoint: ${what}`);
  if (origin !== key.name) throw wrong(`its origin is not ${key.name}`);
  if (!sizeForm.test(sizeText)) throw wrong('its second line is no size');
  const size = Number(sizeText);
  ensureSize('the size', size);
  const root = Buffer.from(rootText, 'base64');
  if (root.length !== hashBytes || root.toString('base64') !== rootText)
    throw wrong('its third line is no root');
  if (rest.includes('')) throw wrong('it has an empty line');
  return { origin, size, root };
}

import { sign, verify } from 'node:crypto';
import { LogFault } from '../log-fault';
import { ensureKeyName } from './note-key';
import type { NoteKey, SigningNoteKey } from './note-key';

/** Bounds of a note that is read: signatures of witnesses stand in it, those of other algorithms too. */
const mostBytes = 200_000;
const mostSignatures = 64;
const idBytes = 4;
const split = '\n\n';
const signatureLine = /^— (\S+) (\S+)$/u;
const control = /[\u0000-\u0009\u000b-\u001f]/;

const wrong = (why: string) => new LogFault('note-form', `not a signed note: ${why}`);

/** The text, which ends with a new line, a blank line, and the signature of the key over the text. */
export function signNote(text: string, key: SigningNoteKey): string {
  if (!text.endsWith('\n') || control.test(text)) throw wrong('its text does not end with a line');
  const signature = sign(null, Buffer.from(text), key.privateKey);
  return `${text}\n— ${key.name} ${Buffer.concat([key.id, signature]).toString('base64')}\n`;
}

export interface Signature {
  name: string;
  id: Uint8Array;
  bytes: Uint8Array;
}

function readSignature(line: string): Signature {
  const [, name = '', encoded = ''] = signatureLine.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (name === '' || bytes.length <= idBytes || bytes.toString('base64') !== encoded)
    throw wrong('a line of its signatures has another form');
  ensureKeyName(name);
  return { name, id: bytes.subarray(0, idBytes), bytes: bytes.subarray(idBytes) };
}

/** The text of a note and all its signatures, none of which is checked. Throws LogFault where it is no note. */
export function readNote(bytes: Uint8Array): { text: string; signatures: Signature[] } {
  if (bytes.length > mostBytes) throw wrong(`it has ${bytes.length} bytes, more than ${mostBytes}`);
  const note = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(note).equals(bytes)) throw wrong('it is not in UTF-8');
  const at = note.lastIndexOf(split);
  if (at < 0 || !note.endsWith('\n') || control.test(note)) throw wrong('it has no text and signatures');
  const lines = note.slice(at + split.length, -1).split('\n');
  if (lines.length > mostSignatures) throw wrong(`it has ${lines.length} signatures`);
  return { text: note.slice(0, at + 1), signatures: lines.map(readSignature) };
}

/** Those that say that they are of the key. */
export const signaturesOf = (signatures: readonly Signature[], key: NoteKey): Signature[] =>
  signatures.filter(({ name, id }) => name === key.name && Buffer.from(id).equals(key.id));

/**
 * The text of a note that the key has signed. Other keys' signatures are passed over; one of this key that does not hold
 * refuses the note. Throws LogFault.
 */
export function openNote(bytes: Uint8Array, key: NoteKey): string {
  const { text, signatures } = readNote(bytes);
  const own = signaturesOf(signatures, key);
  if (own.length === 0) throw new LogFault('note-signature', `the note is not signed by ${key.name}`);
  for (const signature of own)
    if (!verify(null, Buffer.from(text), key.publicKey, signature.bytes))
      throw new LogFault('note-signature', `the signature of ${key.name} does not hold`);
  return text;
}

import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { LogFault } from '../log-fault';

/** An Ed25519 key that notes are signed with (C2SP signed-note), as everyone may know it. */
export interface NoteKey {
  name: string;
  /** Four bytes that name the key in a signature. */
  id: Uint8Array;
  publicKey: KeyObject;
  type: NoteKeyType;
}

export interface SigningNoteKey extends NoteKey {
  privateKey: KeyObject;
}

/** What a key is for, by the byte before it: heads and other notes, or the cosignatures of witnesses (C2SP tlog-cosignature). */
export const noteKeyTypes = { note: 1, cosignature: 4 } as const;
export type NoteKeyType = keyof typeof noteKeyTypes;

const keyBytes = 32;
/** What stands before the bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const nameForm = /^[^\s\u0085+\p{C}]{1,200}$/u;

/** Throws LogFault for a name that no key may have: spaces and plus part the lines that it stands in. */
export function ensureKeyName(name: string): void {
  if (!nameForm.test(name)) throw new LogFault('key-form', `"${name.slice(0, 100)}" is no name of a key`);
}

const typed = (type: NoteKeyType, publicBytes: Uint8Array) =>
  Buffer.concat([Uint8Array.of(noteKeyTypes[type]), publicBytes]);

/** SHA-256(name ‖ 0x0A ‖ type ‖ public key), the first four bytes. */
function idOf(name: string, typedBytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(`${name}\n`).update(typedBytes).digest().subarray(0, 4);
}

const bytesOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);

function noteKeyOf(name: string, type: NoteKeyType, publicBytes: Uint8Array): NoteKey {
  const der = Buffer.concat([publicPrefix, publicBytes]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return { name, type, id: idOf(name, typed(type, publicBytes)), publicKey };
}

/** The key that 32 secret bytes stand for. Throws LogFault for another length or a name that no key may have. */
export function signingKey(name: string, secret: Uint8Array, type: NoteKeyType = 'note'): SigningNoteKey {
  ensureKeyName(name);
  if (secret.length !== keyBytes)
    throw new LogFault('key-form', `the secret has ${secret.length} bytes, not ${keyBytes}`);
  const der = Buffer.concat([privatePrefix, secret]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { ...noteKeyOf(name, type, bytesOf(createPublicKey(privateKey))), privateKey };
}

/** A key as verifiers are given it: `name+id in hexadecimal+base64 of type and key`. */
export function writeNoteKey({ name, id, type, publicKey }: NoteKey): string {
  return `${name}+${Buffer.from(id).toString('hex')}+${typed(type, bytesOf(publicKey)).toString('base64')}`;
}

/** Reads what `writeNoteKey` wrote. Throws LogFault where it is none of that type, or where its id is another key's. */
export function readNoteKey(text: string, type: NoteKeyType = 'note'): NoteKey {
  const [name = '', id = '', encoded = '', ...more] = text.trim().slice(0, 1000).split('+');
  // Base64 has a plus of its own.
  const base64 = [encoded, ...more].join('+');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== keyBytes + 1 || bytes[0] !== noteKeyTypes[type] || bytes.toString('base64') !== base64)
    throw new LogFault('key-form', `the key is no Ed25519 key of a ${type}: name+id+base64`);
  ensureKeyName(name);
  const key = noteKeyOf(name, type, bytes.subarray(1));
  if (Buffer.from(key.id).toString('hex') !== id)
    throw new LogFault('key-form', `the id of the key is ${id}, not that of its name and bytes`);
  return key;
}

import { hash } from 'node:crypto';
import { LogFault } from '../log-fault';

/** The hashes of RFC 6962, section 2.1: SHA-256 with a byte before what is hashed, so that no leaf passes for a node. */
export type Hash = Uint8Array;

export const hashBytes = 32;
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** In one call: an object for each hash would cost more than hashing some bytes does. */
const sha256 = (...parts: Uint8Array[]): Hash => hash('sha256', Buffer.concat(parts), 'buffer');

/** SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(leafPrefix, entry);
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(nodePrefix, left, right);
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256();

export const sameHash = (one: Hash, other: Hash) => Buffer.compare(one, other) === 0;

/** Throws LogFault where one of them is not 32 bytes. */
export function ensureHashes(what: string, hashes: readonly Hash[]): void {
  for (const hash of hashes)
    if (hash.length !== hashBytes)
      throw new LogFault('hash-length', `${what} has ${hash.length} bytes, not ${hashBytes}`);
}

/** Throws LogFault unless it is a number of leaves that can be counted exactly. */
export function ensureSize(what: string, size: number): void {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new LogFault('size-out-of-range', `${what} is ${size}, not a whole number from 0 to 2^53 − 1`);
}

/** Throws LogFault unless there is a leaf of that index, counted from 0. */
export function ensureIndex(index: number, size: number): void {
  ensureSize('the size', size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new LogFault('index-out-of-range', `the leaf is ${index} of a tree of ${size}`);
}

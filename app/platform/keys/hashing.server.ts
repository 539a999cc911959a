import { hkdfSync } from 'node:crypto';
import { keyedHash, sameText } from '../crypto/keyed-hash.server';
import { firstId } from './key-ring.server';
import type { KeyRing } from './key-ring.server';

/** What rows are found by. A hash names the key that made it (`key.hash`); those of the first key name none. */
export interface Hashing {
  /** HMAC-SHA256 in base64url by the newest key: equality without the text. */
  hash(text: string): string;
  /** By every key that may have written a row, the newest first: what a look-up asks for. */
  hashes(text: string): [string, ...string[]];
  /** Whether the hash is of the text, by whichever key it names. */
  matches(hash: string, text: string): boolean;
  /** By the key that another hash names: what is compared within one closed set goes on by one key. */
  hashLike(other: string, text: string): string;
}

/** What hashes of a key begin with. */
export const nameOf = (id: string): string => (id === firstId ? '' : `${id}.`);

const named = /^([0-9a-f]{8})\./;

/** The key that a hash names, by its id. */
export const keyNamedIn = (hash: string): string => named.exec(hash)?.[1] ?? firstId;

type HashingKey = KeyRing['hashing'][number];

/** The key that hashes, before all others, the newest first. */
function keysInOrder({ hashing, hashesBy }: KeyRing): [HashingKey, ...HashingKey[]] {
  const own = hashing.find(({ id }) => id === hashesBy);
  if (!own) throw new Error('The key ring lacks its hashing key');
  return [own, ...hashing.filter((key) => key !== own).reverse()];
}

const hashBy = ({ id, key }: HashingKey, text: string): string => nameOf(id) + keyedHash(key, text);

function keyOf({ hashing }: KeyRing, hash: string): HashingKey | undefined {
  const wanted = keyNamedIn(hash);
  return hashing.find(({ id }) => id === wanted);
}

/** By the ring as it is at each use. */
export function hashingOf(ringNow: () => KeyRing): Hashing {
  return {
    hash: (text) => hashBy(keysInOrder(ringNow())[0], text),
    hashes: (text) => {
      const [own, ...others] = keysInOrder(ringNow());
      return [hashBy(own, text), ...others.map((key) => hashBy(key, text))];
    },
    matches: (hash, text) => {
      const key = keyOf(ringNow(), hash);
      return key !== undefined && sameText(hash, hashBy(key, text));
    },
    hashLike: (other, text) => {
      const key = keyOf(ringNow(), other);
      if (!key) throw new Error(`Hashed by the key ${keyNamedIn(other)}, which this portal does not have`);
      return hashBy(key, text);
    },
  };
}

/** Bare HMACs by every key, the newest first: for what stands in no row. */
export function macsOf(ring: KeyRing, text: string): [string, ...string[]] {
  const [own, ...others] = keysInOrder(ring);
  return [keyedHash(own.key, text), ...others.map(({ key }) => keyedHash(key, text))];
}

export interface Deriving {
  /** What a check begins with, so that the same key is found again: a hash that names its key begins so, too. */
  name: string;
  /** 32 bytes in base64 of which `file` is one half and the portal's secret the other: neither alone makes them. */
  derive(file: Buffer, purpose: string): string;
}

/** By the key that a check names, or by the newest one; null where the portal has that key no more. */
export function derivingOf(ring: KeyRing, check: string | null): Deriving | null {
  const found = check === null ? keysInOrder(ring)[0] : keyOf(ring, check);
  if (!found) return null;
  const salt = Buffer.from(found.key, 'base64');
  return {
    name: nameOf(found.id),
    derive: (file, purpose) => Buffer.from(hkdfSync('sha256', file, salt, purpose, 32)).toString('base64'),
  };
}

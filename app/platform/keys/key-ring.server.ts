import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { decrypt, encrypt } from '../crypto/seal.server';
import { parsedJson } from '~/lib/parsed-json';

const keyBytes = 32;
const newKey = () => randomBytes(keyBytes).toString('base64');

/** The key with which a database was begun that is older than rings: it wrote texts that do not name their key. */
export const firstId = '1';

const keySchema = z.object({ id: z.string(), key: z.string() });

const ringSchema = z.object({
  /** Hashes by which rows are found, and halves of the keys of ballots and conversations. Older rings have one, alone. */
  hashing: z.union([z.string().transform((key) => [{ id: firstId, key }]), z.array(keySchema).min(1)]),
  /** The one of `hashing` that hashes; what the others made is found still. */
  hashesBy: z.string().default(firstId),
  /** A new one is there that not everybody hashes by yet, or what the old one hashed is being hashed anew. */
  turning: z.boolean().default(false),
  keys: z.array(keySchema).min(1),
  /** The one of `keys` that seals; the others open. */
  sealing: z.string(),
});

/** The secrets of one portal. They lie in its database, wrapped by DATA_KEY. */
export type KeyRing = z.output<typeof ringSchema>;

const newNamedKey = () => ({ id: randomBytes(4).toString('hex'), key: newKey() });

const hashingBy = (key: string) => ({
  hashing: [{ id: firstId, key }],
  hashesBy: firstId,
  turning: false,
});

/** Of a database in which nothing is sealed yet. */
export function newRing(): KeyRing {
  const first = newNamedKey();
  return { ...hashingBy(newKey()), keys: [first], sealing: first.id };
}

/** Of a database that is older than rings: DATA_KEY itself hashed and sealed there. */
export const ringBegunWith = (dataKey: string): KeyRing => ({
  ...hashingBy(dataKey),
  keys: [{ id: firstId, key: dataKey }],
  sealing: firstId,
});

/** With a new key, which opens and does not seal yet. */
export const withNewKey = (ring: KeyRing): KeyRing => ({ ...ring, keys: [...ring.keys, newNamedKey()] });

/** With a new key for hashes, by which everybody looks up and nobody writes yet. */
export const withNewHashing = (ring: KeyRing): KeyRing => ({
  ...ring,
  hashing: [...ring.hashing, newNamedKey()],
  turning: true,
});

/** The hashing key that was added last. */
export const newestHashing = ({ hashing, hashesBy }: KeyRing): string => hashing.at(-1)?.id ?? hashesBy;

/** The key that was added last. */
export const newestKey = ({ keys, sealing }: KeyRing): string => keys.at(-1)?.id ?? sealing;

/** What texts sealed by a key begin with. */
export const headOf = (id: string): string => (id === firstId ? 'v1.' : `v2.${id}.`);

/** Seals a text by the ring's sealing key: `v2.key.nonce.tag.text`. */
export function sealBy({ keys, sealing }: KeyRing, text: string): string {
  const own = keys.find(({ id }) => id === sealing);
  if (!own) throw new Error('The key ring lacks its sealing key');
  return headOf(own.id) + encrypt(own.key, text);
}

const token = /^(?:v1|v2\.([0-9a-f]{8}))\.(.*)$/s;

/** Opens what a key of the ring sealed. Throws where that key is none of them, or a byte was changed. */
export function openBy({ keys }: KeyRing, sealed: string): string {
  const [found, id = firstId, parts = ''] = token.exec(sealed) ?? [];
  if (found === undefined) throw new Error('Not a sealed text');
  const key = keys.find((one) => one.id === id)?.key;
  if (key === undefined) throw new Error(`Sealed by the key ${id}, which this portal does not have`);
  return decrypt(key, parts);
}

/** Sealed texts as they stand in longer ones: nonces have 12 bytes, tags 16. */
const tokens = /\b(?:v1|v2\.[0-9a-f]{8})\.[\w-]{16}\.[\w-]{22}\.[\w-]*/g;

/** A text of a column with all that is sealed in it sealed anew by the sealing key. */
interface Resealed {
  text: string;
  /** What looks sealed by a key of the ring and does not open: left as it was. */
  unopened: number;
}

export function resealed(ring: KeyRing, text: string): Resealed {
  let unopened = 0;
  const own = headOf(ring.sealing);
  const changed = text.replaceAll(tokens, (one) => {
    if (one.startsWith(own)) return one;
    try {
      return sealBy(ring, openBy(ring, one));
    } catch {
      unopened += 1;
      return one;
    }
  });
  return { text: changed, unopened };
}

/** DATA_KEY wraps by a key made of it: before there were rings it sealed texts itself. */
const wrappingKey = (dataKey: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'base64'), '', 'gongzhi key ring', keyBytes)).toString(
    'base64',
  );

const wrapsSchema = z.object({ wraps: z.array(z.object({ id: z.string(), ring: z.string() })).min(1) });

/** One ring, wrapped by each DATA_KEY that may open it; the newest stands last. */
export type WrappedRing = z.output<typeof wrapsSchema>;

export const readWraps = (text: string): WrappedRing => wrapsSchema.parse(parsedJson(text));

export const wrap = (ring: KeyRing, dataKey: string): WrappedRing['wraps'][number] => ({
  id: randomBytes(4).toString('hex'),
  ring: encrypt(wrappingKey(dataKey), JSON.stringify(ring)),
});

export interface OpenedRing {
  ring: KeyRing;
  /** The wrap that opened. */
  wrapId: string;
}

/** The ring as this DATA_KEY opens it; null where it opens none of its wraps. */
export function unwrap({ wraps }: WrappedRing, dataKey: string): OpenedRing | null {
  for (const { id, ring } of wraps) {
    try {
      const text = decrypt(wrappingKey(dataKey), ring);
      return { ring: ringSchema.parse(JSON.parse(text)), wrapId: id };
    } catch {
      // Wrapped by another one.
    }
  }
  return null;
}

import { describe, expect, it } from 'vitest';
import {
  newestKey,
  newRing,
  openBy,
  readWraps,
  resealed,
  ringBegunWith,
  sealBy,
  unwrap,
  withNewKey,
  wrap,
} from './key-ring.server';
import { keysOf } from './portal-keys.server';
import { keyedHash } from '../crypto/keyed-hash.server';
import { openSealed, seal } from '../crypto/seal.server';

const one = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 2).toString('base64');
const address = '沙市区崇文街道12号';

describe('a key ring', () => {
  it('seals by one key and opens by all, each text naming its own', () => {
    const before = newRing();
    const added = withNewKey(before);
    const after = { ...added, sealing: newestKey(added) };
    const [old, early, fresh] = [sealBy(before, address), sealBy(added, address), sealBy(after, address)];
    expect(early.startsWith(`v2.${before.sealing}.`)).toBe(true);
    expect(fresh.startsWith(`v2.${after.sealing}.`)).toBe(true);
    for (const text of [old, early, fresh]) expect(openBy(after, text)).toBe(address);
    expect(() => openBy(before, fresh)).toThrow(`Sealed by the key ${after.sealing}`);
    // The last sign may hold bits that say nothing; the one before never does.
    const other = fresh.at(-2) === 'A' ? 'B' : 'A';
    expect(() => openBy(after, `${fresh.slice(0, -2)}${other}${fresh.slice(-1)}`)).toThrow();
    for (const text of ['', 'nonsense', 'v3.a.b.c', 'v2.x']) expect(() => openBy(after, text)).toThrow();
  });

  it('of an older database goes on as DATA_KEY did there', () => {
    const ring = ringBegunWith(one);
    const keys = keysOf(() => ring);
    expect(keys.open(seal(one, address))).toBe(address);
    expect(openSealed(one, keys.seal(address))).toBe(address);
    expect(keys.hash('a')).toBe(keyedHash(one, 'a'));
    const by = keys.deriving(null);
    const derived = (purpose: string) => by?.derive(Buffer.from('file'), purpose);
    expect(derived('ballot')).not.toBe(derived('other'));
  });

  it('is opened by each DATA_KEY that wraps it and by no other, and shows nothing of itself', () => {
    const ring = ringBegunWith(one);
    const wrapped = { wraps: [wrap(ring, one), wrap(ring, other)] };
    const text = JSON.stringify(wrapped);
    expect(unwrap(readWraps(text), one)).toEqual({ ring, wrapId: wrapped.wraps[0]?.id });
    expect(unwrap(readWraps(text), other)).toEqual({ ring, wrapId: wrapped.wraps[1]?.id });
    expect(unwrap({ wraps: wrapped.wraps.slice(1) }, one)).toBeNull();
    // Not even by the key that it holds as one that sealed texts.
    expect(resealed(ring, text)).toEqual({ text, unopened: 0 });
    expect(text).not.toContain(one);
  });

  it('seals anew what lies sealed in a longer text, and leaves alone what no key opens', () => {
    const added = withNewKey(ringBegunWith(one));
    const ring = { ...added, sealing: newestKey(added) };
    const strange = seal(other, 'of a ballot');
    const before = JSON.stringify({ sealedEmail: seal(one, address), id: 'v1.2', strange });
    const { text, unopened } = resealed(ring, before);
    const after = JSON.parse(text) as Record<string, string>;
    expect(openBy(ring, after.sealedEmail ?? '')).toBe(address);
    expect(after.sealedEmail?.startsWith(`v2.${ring.sealing}.`)).toBe(true);
    expect(after).toMatchObject({ id: 'v1.2', strange });
    expect(unopened).toBe(1);
    expect(resealed(ring, text)).toEqual({ text, unopened: 1 });
    const empty = sealBy(added, '');
    expect(openBy(ring, resealed(ring, empty).text)).toBe('');
  });
});

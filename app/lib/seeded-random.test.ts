import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOrder, sha256 } from './seeded-random';

describe('sha256', () => {
  it('gives the digests of node:crypto', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });
});

describe('drawOrder', () => {
  it('keeps all items and does not depend on their order', () => {
    expect(drawOrder(['a', 'b', 'c', 'd'], 'seed')).toEqual(drawOrder(['d', 'b', 'c', 'a'], 'seed'));
    expect(drawOrder(['a', 'b', 'c', 'd'], 'seed').sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives each item about the same luck', () => {
    const firsts = { a: 0, b: 0, c: 0 };
    for (let round = 0; round < 3000; round += 1) {
      const [first] = drawOrder(['a', 'b', 'c'], `seed ${round}`);
      firsts[first as keyof typeof firsts] += 1;
    }
    for (const count of Object.values(firsts)) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

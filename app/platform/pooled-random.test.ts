import { describe, expect, it } from 'vitest';
import { pooledRandom } from './pooled-random';

describe('random bytes from a pool', () => {
  it('gives none twice, also where the pool is filled again', () => {
    const drawn = Array.from({ length: 3000 }, () => pooledRandom(12).toString('hex'));
    expect(new Set(drawn).size).toBe(3000);
    expect(drawn.every((text) => text.length === 24 && text !== '0'.repeat(24))).toBe(true);
  });

  it('leaves what it gave unchanged', () => {
    const first = pooledRandom(16);
    const text = first.toString('hex');
    for (let count = 0; count < 2000; count += 1) pooledRandom(16);
    expect(first.toString('hex')).toBe(text);
    expect(() => pooledRandom(100_000)).toThrow(RangeError);
  });
});

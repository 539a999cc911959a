import { describe, expect, it } from 'vitest';
import { drawOrder } from './seeded-random';

describe('drawOrder', () => {
  it('keeps all items and does not depend on their order', () => {
    expect(drawOrder(['a', 'b', 'c', 'd'], 'seed')).toEqual(drawOrder(['d', 'b', 'c', 'a'], 'seed'));
    expect(drawOrder(['a', 'b', 'c', 'd'], 'seed').sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is drawn again with nothing but sha256sum', () => {
    // printf 'lots\na' | sha256sum begins 1f1c; b f69f, c 3976, d 61e4.
    expect(drawOrder(['a', 'b', 'c', 'd'], 'lots')).toEqual(['a', 'c', 'd', 'b']);
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

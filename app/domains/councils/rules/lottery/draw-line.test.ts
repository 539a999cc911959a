import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawLine, inListOrder, listText } from './draw-line';
import { sha256 } from '~/lib/sha256';

it('writes the list with ids in the order of their code units, and draws the line that anyone gets', () => {
  const panels = [
    ['居民甲', '居民丁'],
    ['居民丙', '居民甲'],
    ['居民戊', '居民丙'],
  ].map(inListOrder);
  expect(listText(panels)).toBe('居民丁,居民甲\n居民丙,居民甲\n居民丙,居民戊\n');
  const listSha256 = createHash('sha256').update(listText(panels), 'utf8').digest('hex');
  const hash = createHash('sha256').update(`${listSha256}\n甲\n0`, 'utf8').digest('hex');
  expect(drawLine({ listSha256, lines: 3 }, '甲')).toEqual({
    seed: '甲',
    counter: 0,
    hash,
    index: Number(BigInt(`0x${hash.slice(0, 13)}`) % 3n),
  });
});

it('passes over hashes that would favour the first lines, one after another', () => {
  const asked: string[] = [];
  const hashOf = (text: string) => {
    asked.push(text);
    return (asked.length < 3 ? 'f' : '7').repeat(64);
  };
  // 2^52 − 1 is beyond the last whole multiple of 1000.
  expect(drawLine({ listSha256: 'd', lines: 1000 }, 's', hashOf)).toMatchObject({
    counter: 2,
    index: 0x7777777777777 % 1000,
  });
  expect(asked).toEqual(['d\ns\n0', 'd\ns\n1', 'd\ns\n2']);
  // 2^52 is a multiple of 1024: nothing is passed over.
  expect(drawLine({ listSha256: 'd', lines: 1024 }, 's', () => 'f'.repeat(64))).toMatchObject({
    counter: 0,
    index: 1023,
  });
});

it('draws some line of the list for every seed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100_000 }), (seed, lines) => {
      const { index } = drawLine({ listSha256: sha256('list'), lines }, seed);
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThan(lines);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from './summary';

describe('the beginning of a text as one line', () => {
  it.each([
    ['# 路灯\n\n**东门**的[路灯](https://example.org)坏了，见`3号楼`。', '路灯 东门的路灯坏了，见3号楼。'],
    ['- 一\n- 二\n> 三', '一 二 三'],
    ['## 情况\n\n满了。\n\n请加。', '情况 满了。请加。'],
    ['1. first\n2. second', 'first second'],
    ['snake_case and 2*3*4 stay words', 'snake_case and 2*3*4 stay words'],
    ['', ''],
  ])('leaves the marks of %j out', (text, words) => {
    expect(summaryOf(text)).toBe(words);
  });

  it('cuts at a character, and says so', () => {
    expect(summaryOf('𠮷野家'.repeat(10), 4)).toBe('𠮷野家…');
    expect(summaryOf('四个汉字', 4)).toBe('四个汉字');
  });

  it('is one line, within its length, of whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 1, max: 80 }),
        (text, length) => {
          const words = summaryOf(text, length);
          expect(Array.from(words).length).toBeLessThanOrEqual(length);
          expect(words).not.toMatch(/\n/);
        },
      ),
    );
  });
});

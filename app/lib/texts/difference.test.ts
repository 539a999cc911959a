import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from './difference';
import type { DifferencePart } from './difference';
import { wordPieces } from './searching/word-pieces';

const joined = (parts: DifferencePart[], left: DifferencePart['kind']) =>
  parts
    .filter((part) => part.kind !== left)
    .map((part) => part.text)
    .join('');

describe('difference', () => {
  it('names the changed Chinese words and nothing around them', () => {
    const parts = difference('在小区门口修建停车场', '在小区门口修建公园');
    expect(parts.filter((part) => part.kind !== 'same')).toEqual([
      { kind: 'removed', text: '停车场' },
      { kind: 'added', text: '公园' },
    ]);
  });

  it('finds nothing between equal texts', () => {
    expect(difference('same text', 'same text')).toEqual([{ kind: 'same', text: 'same text' }]);
  });

  it('reads as people would tell it: days and lists that changed are one change, whole words are changed', () => {
    const changes = (earlier: string, later: string) =>
      difference(earlier, later).flatMap(({ kind, text }) => (kind === 'same' ? [] : [text]));
    expect(changes('期限为2027年3月1日。', '期限为2027年4月2日。').join('|')).not.toMatch(/^3\|4\|/);
    expect(changes('由甲、乙打扫', '由丙、丁打扫')).toEqual(['甲、乙', '丙、丁']);
    expect(changes('支付五千元', '支付三千元')).toHaveLength(2);
  });

  it('leaves no crumb between two changes, and parts no word of either text', () => {
    const word = fc.constantFrom(
      '乙方',
      '支付',
      '的',
      '、',
      '，',
      '场地',
      '三',
      '元',
      '每周',
      '清扫',
      '。',
      '\n',
      'a1',
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const parts = difference(earlier, later);
        for (const [at, { kind, text }] of parts.entries()) {
          const isInside = kind === 'same' && at > 0 && at < parts.length - 1;
          if (isInside && !text.includes('\n'))
            expect((text.match(/[\p{L}\p{N}]/gu) ?? []).length).toBeGreaterThan(1);
        }
        for (const [whole, left] of [
          [earlier, 'added'],
          [later, 'removed'],
        ] as const) {
          let end = 0;
          const ends = new Set(wordPieces(whole).map((piece) => (end += piece.text.length)));
          let place = 0;
          for (const part of parts.filter((one) => one.kind !== left)) {
            place += part.text.length;
            expect(ends.has(place)).toBe(true);
          }
        }
      }),
    );
  });

  it('gives both texts back whatever they are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const parts = difference(earlier, later);
        expect(joined(parts, 'added')).toBe(earlier);
        expect(joined(parts, 'removed')).toBe(later);
      }),
    );
  });
});

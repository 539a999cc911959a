import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from './difference';
import type { DifferencePart } from './difference';

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

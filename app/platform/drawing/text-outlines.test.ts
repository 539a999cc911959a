import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDocumentFont } from '../pdf/document-font.server';
import type { DocumentFont } from '../pdf/document-font.server';
import { textOutlines } from './text-outlines.server';

const font = findDocumentFont('') as DocumentFont;
const { linesOf, widthOf, drawn } = textOutlines(font);

describe('text in lines', () => {
  it('breaks between characters of Chinese, and never before a full stop or after an opening bracket', () => {
    // Five characters wide: the sixth is a comma, so the fifth goes on with it.
    expect(linesOf('东门的路灯，坏了《三天》了', { size: 10, width: 50, most: 9 })).toEqual([
      '东门的路',
      '灯，坏了',
      '《三天》了',
    ]);
  });

  it('keeps words and numbers whole, and breaks what is wider than a line', () => {
    expect(linesOf('Fix the lamp at 3.5 km', { size: 10, width: 50, most: 9 }).join('|')).toBe(
      'Fix the|lamp at|3.5 km',
    );
    const wide = linesOf('a'.repeat(40), { size: 10, width: 60, most: 9 });
    expect(wide.join('')).toBe('a'.repeat(40));
    expect(wide.length).toBeGreaterThan(2);
  });

  it('ends with an ellipsis where there is more', () => {
    const lines = linesOf('街'.repeat(40), { size: 10, width: 50, most: 2 });
    expect(lines).toEqual(['街'.repeat(5), '街街街街…']);
  });

  it('stays within its width and its lines, whatever is typed', () => {
    const typed = fc.array(fc.constantFrom(...'路灯坏了，。《》“”abcXYZ 012.5,…—🌳\n\t'), { maxLength: 120 });
    fc.assert(
      fc.property(
        typed,
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (signs, width, most) => {
          const lines = linesOf(signs.join(''), { size: 10, width, most });
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(widthOf(line, 10)).toBeLessThanOrEqual(width + 0.001);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is drawn as shapes, without those that the font lacks', () => {
    expect(drawn('路a', { x: 0, y: 10, size: 10 }).match(/<path /g)).toHaveLength(2);
    expect(drawn('\u{10ffff}', { x: 0, y: 10, size: 10 })).toBe('');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines';

/** As fonts of documents measure: Chinese by the square, Latin by half of it. */
const measure = (text: string) =>
  Array.from(text).reduce((sum, sign) => sum + (/[\p{Script=Han}，。《》“”…—]/u.test(sign) ? 10 : 5), 0);

describe('text in lines', () => {
  it('breaks between characters of Chinese, and never before a full stop or after an opening bracket', () => {
    // Five characters wide: the sixth is a comma, so the fifth goes on with it.
    expect(breakLines('东门的路灯，坏了《三天》了', { measure, width: 50, most: 9 })).toEqual([
      '东门的路',
      '灯，坏了',
      '《三天》了',
    ]);
  });

  it('keeps words and numbers whole, and breaks what is wider than a line', () => {
    expect(breakLines('Fix the lamp at 3.5 km', { measure, width: 40, most: 9 }).join('|')).toBe(
      'Fix the|lamp at|3.5 km',
    );
    const wide = breakLines('a'.repeat(40), { measure, width: 60, most: 9 });
    expect(wide).toEqual(['a'.repeat(12), 'a'.repeat(12), 'a'.repeat(12), 'a'.repeat(4)]);
  });

  it('ends with an ellipsis where there is more', () => {
    const lines = breakLines('街'.repeat(40), { measure, width: 50, most: 2 });
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
          const lines = breakLines(signs.join(''), { measure, width, most });
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { cutText, shortened } from './cut-text';

const family = '👨‍👩‍👧‍👦';
const rare = '𠮷';
const flag = '🇨🇳';
const marked = 'e\u0301\u0323';

describe('a text that is cut', () => {
  it.each([family, rare, flag, marked, '👍🏽', '葛\u{E0100}'])('never ends within %s', (sign) => {
    for (let most = 0; most <= 3 * sign.length; most += 1) {
      const text = `甲${sign.repeat(3)}`;
      const cut = cutText(text, most + 1);
      expect(cut.length).toBeLessThanOrEqual(most + 1);
      expect(cut).toBe(`甲${sign.repeat(Math.floor(most / sign.length))}`);
      expect(/\p{Surrogate}/u.test(cut)).toBe(false);
    }
  });

  it('is itself where it is short enough, and ends with an ellipsis within its bound where that is asked', () => {
    expect(cutText('便河社区', 4)).toBe('便河社区');
    expect(cutText('便河社区', 3)).toBe('便河社');
    expect(shortened('便河社区', 4)).toBe('便河社区');
    expect(shortened(`便河社区${rare}`, 5)).toBe(`便河社区${rare}`);
    expect(shortened(`便河社区${rare}市`, 5)).toBe('便河社区…');
    expect(shortened(`便河${family.repeat(5)}社区`, 5)).toBe(`便河${family.repeat(2)}…`);
    expect(shortened(family.repeat(5), 5)).toBe(family.repeat(5));
    expect(shortened(`甲${'\u0301'.repeat(5000)}`, 5).length).toBeLessThan(400);
  });

  it('is not lost where one letter has hundreds of marks, nor slow where it is long', () => {
    const marks = `a${'\u0301'.repeat(1000)}`;
    expect(cutText(marks, 80)).toHaveLength(80);
    expect(cutText(rare.repeat(500_000), 101)).toHaveLength(100);
  });
});

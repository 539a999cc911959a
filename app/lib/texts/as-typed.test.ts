import { expect, it } from 'vitest';
import { asTyped } from './as-typed';

it.each([
  ['zero-width blanks', '\u200b\u200c\u2060\ufeff\u200b'],
  ['an empty pattern of braille', '\u2800\u2800\u2800\u2800'],
  ['fillers of Hangul', '\u3164\u115f\u1160\uffa0'],
  ['soft hyphens between blanks', ' \u00ad \u3000\u00ad'],
  ['selectors and tags', '\ufe0f\u{e0041}\u{e0100}'],
  ['marks without a letter', '\u0301\u0301\u034f'],
  ['commands alone', '\u0001\u0007\u001b'],
  ['turns alone', '\u202e\u2066\u2069'],
])('of %s nothing would be seen, so nothing was typed', (_what, text) => {
  expect(asTyped(text)).toBe('');
});

it('leaves blanks to the field, and every sign that is seen or written with', () => {
  for (const text of [
    ...[' ', '\u3000', '路灯\r\n坏了\t三天', '\u{20000}\u{2a6d6}\u{31350}', '葛\u{e0100}市', 'é e\u0301'],
    ...['👨\u200d👩\u200d👧\ufe0f', 'ئۇيغۇرچە\u200f (UTF-8)', 'می\u200cخواهم', '，。！？', 'a\u0085b\u2028c'],
  ])
    expect(asTyped(text)).toBe(text);
});

it('takes out what nobody types: commands, and signs that turn the words behind them', () => {
  expect(asTyped('\u001b[31m红\u0000色\u007f')).toBe('[31m红色');
  expect(asTyped('\u202e灯路\u202c \u2067x\u2069')).toBe('灯路 x');
  expect(asTyped('第一段\v第二段\f第三段')).toBe('第一段\n第二段\n第三段');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentencesOf } from './sentences';

it('ends where sentences of both languages end, and not in numbers', () => {
  expect(sentencesOf('路灯坏了。三天了！谁来修？')).toEqual(['路灯坏了。', '三天了！', '谁来修？']);
  expect(sentencesOf('It costs 3.50 a day. Who pays?')).toEqual(['It costs 3.50 a day.', 'Who pays?']);
});

it('breaks what is long at a comma, and leaves no word out', () => {
  expect(sentencesOf(`${'灯'.repeat(100)}，${'路'.repeat(100)}`)).toEqual([
    `${'灯'.repeat(100)}，`,
    '路'.repeat(100),
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
      const said = sentencesOf(text);
      expect(said.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      for (const one of said) expect(Array.from(one).length).toBeLessThanOrEqual(120);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPublicCursor, writePublicCursor } from './cursor';

it('gives back each place that was given out', () => {
  const place = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => !/\p{Cc}|\ufffd/u.test(text));
  fc.assert(
    fc.property(place, (text) => {
      expect(readPublicCursor(writePublicCursor(text))).toBe(text);
    }),
  );
});

it.each(['', 'AAAA', '=', 'a', '%', '/w==', 'gIA', 'A'.repeat(401)])('takes %j for none', (text) => {
  expect(readPublicCursor(text)).toBe(null);
});

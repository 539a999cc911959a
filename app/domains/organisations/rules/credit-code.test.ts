import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkCharacter, isCreditCode } from './credit-code';

// Published codes of well-known companies.
it.each(['91330100799655058B', '91440300708461136T', '914403001922038216'])('accepts %s', (code) => {
  expect(isCreditCode(code)).toBe(true);
});

it.each(['', '91330100799655058A', '9133010079965505B', '91330100799655O58B', '91330100799655058b'])(
  'refuses %s',
  (code) => {
    expect(isCreditCode(code)).toBe(false);
  },
);

it('notices any single wrong character', () => {
  const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 17, maxLength: 17 }),
      fc.nat(16),
      character,
      (first, at, other) => {
        const code = first.join('') + checkCharacter(first.join(''));
        expect(isCreditCode(code)).toBe(true);
        if (other === code[at]) return;
        expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      },
    ),
  );
});

import { expect, it } from 'vitest';
import { plainWidth } from './plain-width';

it.each([
  ['１２，０００', '12,000'],
  ['１９６０年', '1960年'],
  ['', ''],
])('%o is %o', (text, plain) => {
  expect(plainWidth(text)).toBe(plain);
});

it('leaves what is no number as it is', () => {
  const text = '\u0316\u0301'.repeat(100_000);
  expect(plainWidth(text)).toBe(text);
});

import { expect, it } from 'vitest';
import { z } from 'zod';
import { numberField } from './number-field';

const whole = numberField(z.number().int().min(0).optional());
const decimal = numberField(z.number());

it.each([
  ['12', 12],
  [' 12 ', 12],
  ['１２', 12],
  ['', undefined],
  ['  ', undefined],
])('%o is %o', (text, number) => {
  expect(whole.parse(text)).toBe(number);
});

it.each([
  ['30.3209999', 30.3209999],
  ['-112.25', -112.25],
  ['1.2e-7', 1.2e-7],
])('%o is %o', (text, number) => {
  expect(decimal.parse(text)).toBe(number);
});

// What a spreadsheet leaves of 123456 would be 123000.
it.each(['1.23E+05', '1e5', '0x10', '0b11', 'Infinity', '1,234', '三', '1 2', '--1', '.'])(
  '%o is none',
  (text) => {
    expect(whole.safeParse(text).success).toBe(false);
  },
);

import { expect, it } from 'vitest';
import { maskedNumber, mobileNumber } from './phone-number';

it.each([
  ['13812345678', '8613812345678'],
  ['138 1234 5678', '8613812345678'],
  ['+86 138-1234-5678', '8613812345678'],
  ['0086 13812345678', '8613812345678'],
  ['8613812345678', '8613812345678'],
  ['１３８１２３４５６７８', '8613812345678'],
  [' (+86) 138 1234 5678 ', '8613812345678'],
  ['12812345678', null],
  ['1381234567', null],
  ['138123456789', null],
  ['+1 202 555 0100', null],
  ['010 12345678', null],
  ['', null],
  ['138x2345678', null],
  ['+', null],
])('takes %s for %s', (typed, number) => {
  expect(mobileNumber(typed, ['86'])).toBe(number);
});

it('takes numbers of the countries that are named, and of no other', () => {
  expect(mobileNumber('+852 5123 4567', ['86', '852'])).toBe('85251234567');
  expect(mobileNumber('0049 151 23456789', ['86', '852'])).toBeNull();
  expect(mobileNumber('0151 23456789', ['49'])).toBe('4915123456789');
  expect(mobileNumber('+8613812345678', ['49', '86'])).toBe('8613812345678');
});

it('shows of a number its ends alone', () => {
  expect(maskedNumber('8613812345678')).toBe('138****5678');
  expect(maskedNumber('85251234567')).toBe('+85****4567');
});

import { expect, it } from 'vitest';
import { officialNumber } from './official-number';

it.each(['0012345', '００１２３４５', ' 0012345 ', '0012345\u200b', '\u202a0012345\u202c'])(
  'reads one number of %j',
  (typed) => {
    expect(officialNumber.parse(typed)).toBe('0012345');
  },
);

it('takes nothing that a spreadsheet spoilt, and keeps every sign of others', () => {
  for (const spoilt of ['4.21003E+17', '４.21003E+17', '12345.0', '#REF!'])
    expect(officialNumber.safeParse(spoilt).success).toBe(false);
  for (const fine of ['12345', 'GZ202611280001', '荆12345-2026-001', ''])
    expect(officialNumber.parse(fine)).toBe(fine);
  expect(officialNumber.parse(undefined)).toBe('');
});

import { expect, it } from 'vitest';
import { isTelephone, plainTelephone, telephoneAddress } from './telephone';

it.each([
  ['13800000000', 'tel:13800000000'],
  ['１３８ ００００ ００００', 'tel:13800000000'],
  ['+86 (716) 812-3456', 'tel:+867168123456'],
  ['0716-8123456转8', 'tel:07168123456;ext=8'],
  ['0716-8123456 分机 801', 'tel:07168123456;ext=801'],
  ['12345', 'tel:12345'],
])('takes %s, and dials %s', (typed, address) => {
  expect(isTelephone(plainTelephone(typed), 5)).toBe(true);
  expect(telephoneAddress(typed)).toBe(address);
});

it.each(['', '不知道', '1.38E+10', '=1+1', 'javascript:alert(1)', '----------', '1234', `${'1'.repeat(40)}`])(
  'takes no %s',
  (typed) => {
    expect(isTelephone(plainTelephone(typed), 5)).toBe(false);
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameHome } from './same-home';

it.each([
  ['沙市区便河路1号3栋401室', '便河路 1-3-401'],
  ['便河路1号3栋401室', '3栋401'],
  ['便河路1号3栋401室', '3-401室'],
  ['便河路一号三栋四〇一', '３栋401室'],
  ['荆州市沙市区崇文街道便河路12号', '便河路12号'],
  ['401', '401室'],
  ['第3栋第2单元401房', '3-2-401'],
])('%s and %s are one home', (one, other) => {
  expect(isSameHome(one, other)).toBe(true);
  expect(isSameHome(other, one)).toBe(true);
});

it.each([
  ['便河路1号3栋401室', '13栋401室'],
  ['便河路1号13栋401室', '3栋401室'],
  ['便河路1号3栋401室', '401室'],
  ['便河路1号3栋401室', '3栋402室'],
  ['便河路12号', '12号'],
  ['便河路12号', '路12号'],
  ['便河路1号3栋401室', ''],
  ['', ''],
])('%s and %s are not', (one, other) => {
  expect(isSameHome(one, other)).toBe(false);
});

it('one who leaves out what goes before means the same home, one who writes another number never', () => {
  const number = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(number, number, number, number, (road, house, room, other) => {
      const whole = `沙市区便河路${road}号${house}栋${room}室`;
      expect(isSameHome(whole, `${house}-${room}`)).toBe(true);
      expect(isSameHome(whole, `${house}栋${other}`)).toBe(room === other);
      expect(isSameHome(whole, `${other}栋${room}`)).toBe(house === other);
    }),
  );
});

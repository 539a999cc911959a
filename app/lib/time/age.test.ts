import { expect, it } from 'vitest';
import { ageOn } from './age';
import { dayIn } from './days';

it.each([
  ['2012-11-30', '2026-11-29', 13],
  ['2012-11-30', '2026-11-30', 14],
  ['2012-12-31', '2026-01-01', 13],
  ['2012-02-29', '2026-02-28', 13],
  ['2012-02-29', '2026-03-01', 14],
  ['2012-02-29', '2028-02-28', 15],
  ['2012-02-29', '2028-02-29', 16],
  ['2026-11-30', '2026-11-30', 0],
])('born on %s one is on %s %i years old', (bornOn, day, age) => {
  expect(ageOn(bornOn, day)).toBe(age);
});

it('begins at midnight of the portal’s zone', () => {
  const age = (instant: string, zone: string) => ageOn('2012-11-30', dayIn(new Date(instant), zone));
  expect(age('2026-11-29T15:59:59Z', 'Asia/Shanghai')).toBe(13);
  expect(age('2026-11-29T16:00:00Z', 'Asia/Shanghai')).toBe(14);
  expect(age('2026-11-29T18:00:00Z', 'Asia/Urumqi')).toBe(14);
  expect(age('2026-11-29T17:59:59Z', 'Asia/Urumqi')).toBe(13);
  expect(age('2026-11-30T04:59:59Z', 'America/New_York')).toBe(13);
});

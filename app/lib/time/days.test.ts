import { expect, it } from 'vitest';
import { dayIn } from './days';

it('is the day by the clock of the zone, not of the machine', () => {
  const instant = new Date('2026-11-24T16:30:00Z');
  expect(dayIn(instant, 'Asia/Shanghai')).toBe('2026-11-25');
  expect(dayIn(instant, 'Europe/Lisbon')).toBe('2026-11-24');
  expect(dayIn(instant, 'Asia/Urumqi')).toBe('2026-11-24');
});

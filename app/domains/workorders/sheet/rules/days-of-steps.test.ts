import { expect, it } from 'vitest';
import { daysOfSteps } from './days-of-steps';

it('counts days of the calendar, the day of registering first', () => {
  const dates = ['2026-11-27', '2026-11-27', '2026-11-30', '2027-01-01', '2026-11-20'];
  expect(daysOfSteps('2026-11-27', dates)).toEqual([1, 1, 4, 36, 1]);
});

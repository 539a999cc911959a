import { expect, it } from 'vitest';
import { shiftSchema } from './schema';

const reading = (startsAt: string, endsAt: string) =>
  shiftSchema.safeParse({ startsAt, endsAt, capacity: '2', task: '' });

it('takes a shift over midnight, and none that lasts for days or ends before it starts', () => {
  expect(reading('2027-03-01T20:00:00Z', '2027-03-02T08:00:00Z').success).toBe(true);
  expect(reading('2027-03-01T20:00:00Z', '2027-03-02T20:00:00Z').success).toBe(true);
  for (const [endsAt, message] of [
    ['2027-03-02T20:01:00Z', 'shift-too-long'],
    ['2027-04-10T20:00:00Z', 'shift-too-long'],
    ['2027-03-01T20:00:00Z', 'ends-before-starts'],
  ] as const)
    expect(reading('2027-03-01T20:00:00Z', endsAt).error?.issues).toMatchObject([
      { path: ['endsAt'], message },
    ]);
  expect(reading('2027-03-01T20:00:00Z', 'tomorrow').error?.issues).toMatchObject([{ path: ['endsAt'] }]);
});

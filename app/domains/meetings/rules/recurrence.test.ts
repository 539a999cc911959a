import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { ruleOfSeries, startsOfSeries } from './recurrence';
import { repeats } from './repeats';
import { wallClockOf } from '~/lib/time/local-time';

/** The clocks on the wall that another implementation of RFC 5545 finds by the rule. */
function byRule(first: string, rule: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(first));
  const dates: string[] = [];
  for (let next = iterator.next(); next && dates.length < 60; next = iterator.next())
    dates.push(next.toString());
  return dates;
}

const timeZone = 'Asia/Shanghai';

it('finds the dates that the rule names, for every first day, clock and count', () => {
  const instant = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2060-12-31T23:59:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom(...repeats.filter((one) => one !== 'none')),
      fc.integer({ min: 2, max: 26 }),
      (at, repeat, count) => {
        const startsAt = new Date(`${at.toISOString().slice(0, 16)}:00Z`);
        const first = { startsAt, timeZone };
        const starts = startsOfSeries(first, { repeat, count });
        const rule = ruleOfSeries(first, { repeat, count });
        expect(starts.map((start) => wallClockOf(start, timeZone))).toEqual(
          byRule(wallClockOf(startsAt, timeZone), rule ?? ''),
        );
        expect([starts.length, starts[0]]).toEqual([count, startsAt]);
      },
    ),
    { numRuns: 150 },
  );
});

it('keeps the clock on the wall where clocks are turned between two meetings', () => {
  const first = { startsAt: new Date('2026-10-20T16:00:00Z'), timeZone: 'Europe/Berlin' };
  const starts = startsOfSeries(first, { repeat: 'weekly', count: 2 });
  expect(starts.map((start) => start.toISOString())).toEqual([
    '2026-10-20T16:00:00.000Z',
    '2026-10-27T17:00:00.000Z',
  ]);
});

it('is one date where nothing recurs, whatever the count says', () => {
  const first = { startsAt: new Date('2026-11-24T06:30:00Z'), timeZone };
  expect(startsOfSeries(first, { repeat: 'none', count: 12 })).toEqual([first.startsAt]);
  expect(ruleOfSeries(first, { repeat: 'none', count: 12 })).toBeNull();
});

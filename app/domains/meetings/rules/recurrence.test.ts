import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { datesOfSeries, repeats, ruleOfSeries } from './recurrence';

/** The dates that another implementation of RFC 5545 finds by the rule. */
function byRule(first: string, rule: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(first));
  const dates: string[] = [];
  for (let next = iterator.next(); next && dates.length < 60; next = iterator.next())
    dates.push(next.toString());
  return dates;
}

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
        const first = `${at.toISOString().slice(0, 16)}:00`;
        const rule = ruleOfSeries(first, repeat, count);
        expect(datesOfSeries(first, repeat, count)).toEqual(byRule(first, rule ?? ''));
      },
    ),
    { numRuns: 300 },
  );
});

it('is one date where nothing recurs, whatever the count says', () => {
  expect(datesOfSeries('2026-11-24T14:30', 'none', 12)).toEqual(['2026-11-24T14:30:00']);
  expect(ruleOfSeries('2026-11-24T14:30', 'none', 12)).toBeNull();
});

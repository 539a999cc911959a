import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthAfter, monthOf, monthsBetween, spanOfMonths } from './month';

it('tells the month by the clock of the zone, not by UTC', () => {
  const newYear = new Date('2025-12-31T16:30:00Z');
  expect(monthOf(newYear, 'Asia/Shanghai')).toBe('2026-01');
  expect(monthOf(newYear, 'UTC')).toBe('2025-12');
});

it('walks over the turn of the year, there and back', () => {
  expect(monthAfter('2026-11', 3)).toBe('2027-02');
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  const month = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(month, fc.integer({ min: -400, max: 400 }), ([year, number], step) => {
      const start = `${year}-${String(number).padStart(2, '0')}`;
      expect(monthAfter(monthAfter(start, step), -step)).toBe(start);
    }),
  );
});

it('ends at the last month of the calendar, which letters would pass by', () => {
  expect(monthsBetween('9999-11', '9999-12')).toEqual(['9999-11', '9999-12']);
  expect(monthsBetween('0000-12', '0001-01')).toEqual(['0000-12', '0001-01']);
});

it('finds the month of an instant in a span as the zone tells it, at its very ends, too', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati');
  fc.assert(
    fc.property(zone, fc.double({ min: 0, max: 1, noNaN: true }), (timeZone, part) => {
      const { from, to, monthAt } = spanOfMonths('2026-01', '2026-12', timeZone);
      const instant = new Date(Math.floor(from.getTime() + part * (to.getTime() - 1 - from.getTime())));
      expect(monthAt(instant)).toBe(monthOf(instant, timeZone));
      expect([monthOf(from, timeZone), monthOf(to, timeZone)]).toEqual(['2026-01', '2027-01']);
      expect(monthOf(new Date(from.getTime() - 1), timeZone)).toBe('2025-12');
    }),
  );
  expect(() => spanOfMonths('2026-03', '2026-01', 'UTC')).toThrow(RangeError);
});

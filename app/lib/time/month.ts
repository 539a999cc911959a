import { dateFormat, partsOf } from '../formats';
import { instantText } from './local-time';

/** The month of the instant by the zone's clock, as `2026-11`. */
export function monthOf(instant: Date, timeZone: string): string {
  const part = partsOf(dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }), instant);
  return `${part('year')}-${part('month')}`;
}

/** The year of a month that is written as `2026-11`. */
export const yearOfMonth = (month: string): number => Number(month.slice(0, 4));

/** Months before the one since the year 0. */
const monthsUntil = (month: string): number => yearOfMonth(month) * 12 + Number(month.slice(5, 7)) - 1;

/** The month so many months later; negative: earlier. */
export function monthAfter(month: string, months: number): string {
  const count = monthsUntil(month) + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/**
 * Every month from the first to the last, both included. They are counted, not compared as texts: behind `9999-12` comes
 * `10000-01`, which is before it by its letters.
 */
export function monthsBetween(first: string, last: string): string[] {
  const count = Math.max(0, monthsUntil(last) - monthsUntil(first) + 1);
  return Array.from({ length: count }, (_, index) => monthAfter(first, index));
}

/**
 * Some months that follow each other, by the zone's clock: from which instant to which, and in which of them an instant
 * lies, without asking the zone for each.
 */
export function spanOfMonths(first: string, last: string, timeZone: string) {
  const starts = monthsBetween(first, monthAfter(last, 1)).map((month) => ({
    month,
    at: new Date(instantText(`${month}-01T00:00:00`, timeZone)),
  }));
  const [from, to] = [starts[0]?.at, starts.at(-1)?.at];
  if (!from || !to) throw new RangeError(`no months from ${first} to ${last}`);
  return {
    ...{ from, to },
    monthAt: (instant: Date): string => starts.findLast(({ at }) => at <= instant)?.month ?? first,
  };
}

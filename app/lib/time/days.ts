import { dateFormat, partsOf } from '../formats';
import { instantText } from './local-time';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether the text is a day that there is, as `2027-02-28`. Read back and compared: JavaScript takes 2027-02-30 for
 * 2 March without a word.
 */
export function isDay(text: string): boolean {
  const [year, month, day] = (form.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** The last second of the day by the zone's clock; null where the text is no day. */
export function endOfDay(day: string, timeZone: string): Date | null {
  return isDay(day) ? new Date(instantText(`${day}T23:59:59`, timeZone)) : null;
}

/** As `endOfDay`; an instant is answered as it is. */
export function lastInstant(given: string | Date | undefined, timeZone: string): Date | null {
  return typeof given === 'string' ? endOfDay(given, timeZone) : (given ?? null);
}

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

/** The day of the instant by the zone's clock, as `2026-11-28`. */
export function dayIn(instant: Date, timeZone: string): string {
  const part = partsOf(dateFormat('en-CA', { ...day, timeZone }), instant);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The year of the instant by the zone's clock. */
export function yearIn(instant: Date, timeZone: string): number {
  return Number(dayIn(instant, timeZone).slice(0, 4));
}

/** The day so many days after another, or before it: by the calendar, for where clocks are turned a day has not 24 hours. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3600_000).toISOString().slice(0, 10);

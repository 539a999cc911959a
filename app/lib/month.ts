import { dateFormat, partsOf } from './formats';

/** The month of the instant by the zone's clock, as `2026-11`. */
export function monthOf(instant: Date, timeZone: string): string {
  const part = partsOf(dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }), instant);
  return `${part('year')}-${part('month')}`;
}

/** The month so many months later; negative: earlier. */
export function monthAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Every month from the first to the last, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
}

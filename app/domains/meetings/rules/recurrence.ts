import type { Repeat } from './repeats';
import { wallClockOf } from '~/lib/time/local-time';
import { instantsOfRule } from '~/lib/time/recurring-instants';
import type { FirstInstant } from '~/lib/time/recurring-instants';

export interface Recurring {
  repeat: Repeat;
  /** How many meetings the series has, the first among them. */
  count: number;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The how-manieth of its weekday in the month the day is; the fifth counts as the last, which every month has. */
function placeInMonth(day: Date): number {
  const place = Math.ceil(day.getUTCDate() / 7);
  return place === 5 ? -1 : place;
}

/** The rule as RFC 5545 writes it, by the weekday that the first meeting has in its zone; null for one meeting alone. */
export function ruleOfSeries(
  { startsAt, timeZone }: FirstInstant,
  { repeat, count }: Recurring,
): string | null {
  if (repeat === 'none') return null;
  const day = new Date(`${wallClockOf(startsAt, timeZone)}Z`);
  const weekday = weekdays[day.getUTCDay()] ?? 'MO';
  if (repeat === 'monthly') return `FREQ=MONTHLY;BYDAY=${placeInMonth(day)}${weekday};COUNT=${count}`;
  return `FREQ=WEEKLY;INTERVAL=${repeat === 'fortnightly' ? 2 : 1};BYDAY=${weekday};COUNT=${count}`;
}

/** When the meetings of a series begin, the first among them. */
export function startsOfSeries(first: FirstInstant, recurring: Recurring): Date[] {
  const rule = ruleOfSeries(first, recurring);
  return rule === null ? [first.startsAt] : instantsOfRule(rule, first, { most: recurring.count });
}

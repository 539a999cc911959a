import { dayIn } from '~/lib/time/days';
import { instantText } from '~/lib/time/local-time';
import type { Week } from '../../weekly-news';

const day = 24 * 3600_000;
const hour = '08:00:00';

/** 0 for Monday. */
const weekdayOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

const dayBefore = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * day).toISOString().slice(0, 10);

/** The week that ended last: from Monday to Monday, at eight by the clock of the zone. */
export function lastWeek(now: Date, timeZone: string): Week {
  const today = dayIn(now, timeZone);
  const monday = dayBefore(today, weekdayOf(today));
  const at = (date: string) => new Date(instantText(`${date}T${hour}`, timeZone));
  const last = at(monday) <= now ? monday : dayBefore(monday, 7);
  return { since: at(dayBefore(last, 7)), until: at(last) };
}

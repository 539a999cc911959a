import { dayIn, dayPlus } from '~/lib/time/days';
import { instantText } from '~/lib/time/local-time';
import type { Week } from '../../weekly-news';

const hour = '08:00:00';

/** 0 for Monday. */
const weekdayOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The week that ended last: from Monday to Monday, at eight by the clock of the zone. */
export function lastWeek(now: Date, timeZone: string): Week {
  const today = dayIn(now, timeZone);
  const monday = dayPlus(today, -weekdayOf(today));
  const at = (date: string) => new Date(instantText(`${date}T${hour}`, timeZone));
  const last = at(monday) <= now ? monday : dayPlus(monday, -7);
  return { since: at(dayPlus(last, -7)), until: at(last) };
}

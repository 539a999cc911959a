/** How a series recurs. Fixed to what meetings need: a part of RFC 5545, 3.3.10, of which each date is told apart. */
export const repeats = ['none', 'weekly', 'fortnightly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const day = 24 * 3600_000;

/** A clock on the wall (`2026-11-24T14:30`), as if it were UTC: turned clocks and zones do not come in. */
const asUtc = (wall: string) => new Date(`${wall.length === 16 ? `${wall}:00` : wall}Z`);
const asWall = (date: Date) => date.toISOString().slice(0, 19);

/** The how-manieth of its weekday in the month the day is; the fifth counts as the last, which every month has. */
function placeInMonth(date: Date): number {
  const place = Math.ceil(date.getUTCDate() / 7);
  return place === 5 ? -1 : place;
}

/** The day of a month at the place of a weekday, at the clock of `like`. */
function dayAtPlace(like: Date, months: number, place: number): Date {
  const [year, month, weekday] = [like.getUTCFullYear(), like.getUTCMonth() + months, like.getUTCDay()];
  const clock = Number(like) % day;
  if (place === -1) {
    const last = new Date(Date.UTC(year, month + 1, 0));
    const back = (last.getUTCDay() - weekday + 7) % 7;
    return new Date(Number(last) - back * day + clock);
  }
  const first = new Date(Date.UTC(year, month, 1));
  const ahead = (weekday - first.getUTCDay() + 7) % 7;
  return new Date(Number(first) + (ahead + (place - 1) * 7) * day + clock);
}

/** The dates of a series as clocks on the wall of the zone, the first among them; a week has the same weekday again. */
export function datesOfSeries(first: string, repeat: Repeat, count: number): string[] {
  const start = asUtc(first);
  const dates = Array.from({ length: repeat === 'none' ? 1 : count }, (_, at) => {
    if (repeat === 'monthly') return dayAtPlace(start, at, placeInMonth(start));
    return new Date(Number(start) + at * (repeat === 'fortnightly' ? 14 : 7) * day);
  });
  return dates.map(asWall);
}

/** The rule as RFC 5545 writes it; null for one meeting alone. */
export function ruleOfSeries(first: string, repeat: Repeat, count: number): string | null {
  if (repeat === 'none') return null;
  const start = asUtc(first);
  const weekday = weekdays[start.getUTCDay()] ?? 'MO';
  if (repeat === 'monthly') return `FREQ=MONTHLY;BYDAY=${placeInMonth(start)}${weekday};COUNT=${count}`;
  return `FREQ=WEEKLY;INTERVAL=${repeat === 'fortnightly' ? 2 : 1};BYDAY=${weekday};COUNT=${count}`;
}

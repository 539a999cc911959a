import { dayIn, dayPlus } from '~/lib/time/days';
import { instantText, wallClockOf } from '~/lib/time/local-time';

/** By the clock of the portal, as `22:00`; from late to early goes over midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

export const usualQuiet: QuietHours = { from: '22:00', to: '07:00' };

/** Nothing waits for longer: jobs that are put off for half a day count as written by a clock that was ahead. */
export const mostQuietHours = 11;

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** How long the hours are, in minutes; the same time twice is none. */
export const quietMinutes = ({ from, to }: QuietHours): number =>
  (minutesOf(to) - minutesOf(from) + 1440) % 1440;

/** When the quiet hours end in which the instant lies, by the clock of the zone; null where it lies in none. */
export function quietEnd(at: Date, hours: QuietHours, timeZone: string): Date | null {
  const length = quietMinutes(hours);
  const now = minutesOf(wallClockOf(at, timeZone).slice(11, 16));
  const since = (now - minutesOf(hours.from) + 1440) % 1440;
  if (since >= length) return null;
  const endOn = (day: string) => new Date(instantText(`${day}T${hours.to}:00`, timeZone));
  const today = dayIn(at, timeZone);
  return endOn(today) > at ? endOn(today) : endOn(dayPlus(today, 1));
}

import { dateFormat } from '~/lib/formats';
import type { Locale } from './locale';
import { dayIn } from '~/lib/time/days';

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' };
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** From when to when by the zone's clock: the day once, and both days where it goes on beyond midnight. */
export function spanText(
  { locale, timeZone }: { locale: Locale; timeZone: string },
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): string {
  const days = dateFormat(locale, { ...day, timeZone });
  const times = dateFormat(locale, { ...time, timeZone });
  const begins = `${days.format(startsAt)} ${times.format(startsAt)}`;
  const isSameDay = dayIn(startsAt, timeZone) === dayIn(endsAt, timeZone);
  return `${begins} – ${isSameDay ? '' : `${days.format(endsAt)} `}${times.format(endsAt)}`;
}

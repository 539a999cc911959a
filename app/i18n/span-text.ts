import { dateFormat } from '~/lib/formats';
import type { Locale } from './locale';
import { dayIn } from '~/lib/days';

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' };
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

interface Where {
  locale: Locale;
  timeZone: string;
}

interface Span {
  startsAt: Date;
  endsAt: Date;
}

/**
 * From when to when by the zone's clock, in pieces between which a line may break: the day once, and both days where it
 * goes on beyond midnight.
 */
export function spanParts({ locale, timeZone }: Where, { startsAt, endsAt }: Span): string[] {
  const days = dateFormat(locale, { ...day, timeZone });
  const times = dateFormat(locale, { ...time, timeZone });
  const [from, to] = [times.format(startsAt), times.format(endsAt)];
  return dayIn(startsAt, timeZone) === dayIn(endsAt, timeZone)
    ? [days.format(startsAt), `${from} – ${to}`]
    : [days.format(startsAt), `${from} –`, days.format(endsAt), to];
}

/** The same as one text. */
export const spanText = (where: Where, span: Span): string => spanParts(where, span).join(' ');

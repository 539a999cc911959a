import type { Locale } from '~/i18n/locale';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
];

/** How long before or after `now`, in the largest unit that fits. */
export function relativeTime(locale: Locale, instant: Date, now: Date): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [
    'minute' as const,
    minute,
  ];
  return format.format(Math.trunc(seconds / length), unit);
}

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

/** How long before or after `now`, in the largest unit that fits; Chinese with room behind its digits, as the portal writes. */
export function relativeTime(locale: Locale, instant: Date, now: Date): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [
    'minute' as const,
    minute,
  ];
  const words = format.format(Math.trunc(seconds / length), unit);
  return locale === 'zh-CN' ? words.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ') : words;
}

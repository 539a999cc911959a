import { dateFormat, timeFormats } from '~/lib/formats';
import { punctuationOf } from '~/i18n/punctuation';
import { useLocale } from '~/i18n/use-text';
import { relativeTime } from './relative-time';
import { useTimeZone } from './time-zone';
import { useHydrated } from '../use-hydrated';

export type TimeFormat = keyof typeof timeFormats;

export interface TimeProps {
  value: Date | string | number;
  format?: TimeFormat;
  /** Adds "3 days ago" or "in 2 hours" once scripts run. */
  relative?: boolean;
}

/** An instant by the portal's clock, in the reader's language. */
export function Time({ value, format = 'date-time', relative }: TimeProps) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  const hydrated = useHydrated();
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return null;
  const [open, close] = punctuationOf(locale).brackets;
  // Browsers and Node may know different versions of a language's dates: the server's text stays.
  return (
    <time dateTime={instant.toISOString()} className="unbroken" suppressHydrationWarning>
      {dateFormat(locale, { ...timeFormats[format], timeZone }).format(instant)}
      {relative && hydrated && (
        <span className="time-relative">
          {open}
          {relativeTime(locale, instant, new Date())}
          {close}
        </span>
      )}
    </time>
  );
}

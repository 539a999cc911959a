import { Fragment } from 'react';
import { spanText } from '~/i18n/span-text';
import { useLocale } from '~/i18n/use-text';
import { useTimeZone } from './time-zone';

/** From when to when by the portal's clock; with both days where it goes on beyond midnight. */
export function TimeSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  // Before its weekday a day may break where there is no room for both.
  const parts = spanText({ locale, timeZone }, { startsAt, endsAt }).split(/(?<=日)(?=周)/);
  // Browsers and Node may know different versions of a language's dates: the server's text stays.
  return (
    <time dateTime={startsAt.toISOString()} className="unbroken" suppressHydrationWarning>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </time>
  );
}

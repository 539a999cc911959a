import { spanParts } from '~/i18n/span-text';
import { useLocale } from '~/i18n/use-text';
import { useTimeZone } from './time-zone';

/** From when to when by the portal's clock; with both days where it goes on beyond midnight. */
export function TimeSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  // Browsers and Node may know different versions of a language's dates: the server's text stays.
  return (
    <time dateTime={startsAt.toISOString()} suppressHydrationWarning>
      {spanParts({ locale, timeZone }, { startsAt, endsAt }).map((part, at) => (
        <Unbroken key={at} after={at > 0}>
          {part}
        </Unbroken>
      ))}
    </time>
  );
}

/** A day or a time stands in one line; between them lines may break. */
function Unbroken({ after, children }: { after: boolean; children: string }) {
  return (
    <>
      {after && ' '}
      <span className="unbroken" suppressHydrationWarning>
        {children}
      </span>
    </>
  );
}

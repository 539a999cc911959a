import { useTimeZone } from '~/components/ui';
import { useLocale } from '~/i18n/use-text';
import { dateFormat } from '~/lib/formats';

const form: Intl.DateTimeFormatOptions = {
  ...{ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** An instant by the portal's clock, for a place in a sentence. */
export function useTimeText(): (at: string) => string {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return (at) => dateFormat(locale, { ...form, timeZone }).format(new Date(at));
}

import { textIn } from './catalogue';
import { events } from './events';
import type { Locale } from './locale';

const shown = ['department', 'task', 'place', 'tried', 'means', 'days'] as const;
const shownTimes = ['meetsAt', 'deadlineAt', 'until'] as const;

/** What a step says beside that it was taken, in the reader's language and the portal's time; the reason is apart. */
export function eventDetails(
  reader: { locale: Locale; timeZone: string },
  data: Readonly<Record<string, unknown>>,
): string[] {
  const { locale, timeZone } = reader;
  const t = textIn(locale, events);
  const texts = shown.flatMap((name) => {
    const value = data[name];
    return (typeof value === 'string' && value !== '') || typeof value === 'number'
      ? [t(`detail.${name}`, { value })]
      : [];
  });
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const times = shownTimes.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' && !Number.isNaN(Date.parse(value))
      ? [t(`detail.${name}`, { value: format.format(new Date(value)) })]
      : [];
  });
  return [...texts, ...times];
}

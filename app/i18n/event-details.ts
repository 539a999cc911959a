import { textIn } from './catalogue';
import { events } from './events';
import type { Locale } from './locale';

const shown = ['department', 'task', 'place', 'tried', 'means', 'days'] as const;
const shownTimes = ['meetsAt', 'deadlineAt', 'until'] as const;

/** What a step says beside that it was taken, a line each, in the reader's words; the reason last. */
export function eventDetails(
  { locale, timeZone }: { locale: Locale; timeZone: string },
  data: Readonly<Record<string, unknown>>,
): string[] {
  const t = textIn(locale, events);
  const texts = shown.flatMap((name) => {
    const value = data[name];
    const said = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return said ? [t(`detail.${name}`, { value })] : [];
  });
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const times = shownTimes.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' && !Number.isNaN(Date.parse(value))
      ? [t(`detail.${name}`, { value: format.format(new Date(value)) })]
      : [];
  });
  const { reason } = data;
  const why = typeof reason === 'string' && reason !== '' ? [t('reason', { reason })] : [];
  return [...texts, ...times, ...why];
}

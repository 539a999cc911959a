import { hasKey, textIn } from './catalogue';
import { events } from './events';
import { punctuationOf } from './punctuation';
import { dateFormat } from '~/lib/formats';
import type { Locale } from './locale';
import { shiftDetails } from './shift-details';

const texts = ['department', 'task', 'place', 'tried', 'means', 'days', 'report'] as const;
const times = ['meetsAt', 'deadlineAt', 'until'] as const;

/** A deadline is named after what it is for. */
function labelOf(name: (typeof times)[number], { clock }: Readonly<Record<string, unknown>>) {
  const ofClock = `detail.${name}.${String(clock ?? '')}`;
  return hasKey(events, ofClock) ? ofClock : (`detail.${name}` as const);
}

/** What an event says beside that it happened, a line each; the reason last. */
export function eventDetails(
  { locale, timeZone }: { locale: Locale; timeZone: string },
  data: Readonly<Record<string, unknown>>,
): string[] {
  const t = textIn(locale, events);
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const said = texts.flatMap((name) => {
    const value = data[name];
    const given = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return given ? [t(`detail.${name}`, { value })] : [];
  });
  const { departments } = data;
  const called = Array.isArray(departments) ? departments.join(punctuationOf(locale).comma) : '';
  const when = times.flatMap((name) => {
    const value = data[name];
    const given = typeof value === 'string' && !Number.isNaN(Date.parse(value));
    return given ? [t(labelOf(name, data), { value: format.format(new Date(value)) })] : [];
  });
  const { reason } = data;
  return [
    ...shiftDetails({ locale, timeZone }, data),
    ...(called === '' ? [] : [t('detail.department', { value: called })]),
    ...said,
    ...when,
    ...(typeof reason === 'string' && reason !== '' ? [t('reason', { reason })] : []),
  ];
}

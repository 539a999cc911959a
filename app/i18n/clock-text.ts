import { defineCatalogue, textIn } from './catalogue';
import { clock as english } from './en/clock';
import { dateFormat } from '~/lib/formats';
import type { Locale } from './locale';
import { clock as chinese } from './zh-CN/clock';

const catalogue = defineCatalogue(chinese, english);

export interface ExplainedClock {
  kind: 'dispatch' | 'response' | 'resolution';
  startedAt: Date;
  amount: number | null;
  unit: 'working-hours' | 'working-days' | 'natural-hours' | 'natural-days' | null;
  extendedBy: number;
  /** Days of its own time for which it stood still, to one decimal. */
  stoodStill: number;
  dueAt: Date;
}

/** A clock in words: "dispatched Fri 20 Nov 16:40, 3 working days, suspended 2 working days: due Fri 27 Nov 16:40". */
export function clockText(locale: Locale, timeZone: string, clock: ExplainedClock): string {
  const t = textIn(locale, catalogue);
  const isNatural = clock.unit?.startsWith('natural') ?? false;
  const format = dateFormat(locale, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = [
    t(`began.${clock.kind}`, { time: format.format(clock.startedAt) }),
    clock.unit && clock.amount !== null ? t(`amount.${clock.unit}`, { count: clock.amount }) : t('fixed'),
    clock.extendedBy > 0 ? t('extended', { count: clock.extendedBy }) : '',
    clock.stoodStill > 0 ? t(isNatural ? 'stood-natural' : 'stood', { count: clock.stoodStill }) : '',
  ].filter(Boolean);
  return parts.join(t('comma')) + t('colon') + t('due', { time: format.format(clock.dueAt) });
}

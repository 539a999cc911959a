import { defineCatalogue, textIn } from './catalogue';
import { dateFormat } from '~/lib/formats';
import type { Locale } from './locale';

const catalogue = defineCatalogue(
  {
    'began.dispatch': '{time}登记',
    'began.response': '{time}派单',
    'began.resolution': '{time}派单',
    'amount.working-hours': '{count}个工作小时',
    'amount.working-days': '{count}个工作日',
    fixed: '期限由派单人指定',
    extended: '延期{count}个工作日',
    stood: '暂停{count}个工作日',
    due: '{time}到期',
    comma: '，',
    colon: '：',
  },
  {
    'began.dispatch': 'registered {time}',
    'began.response': 'dispatched {time}',
    'began.resolution': 'dispatched {time}',
    'amount.working-hours': { one: '{count} working hour', other: '{count} working hours' },
    'amount.working-days': { one: '{count} working day', other: '{count} working days' },
    fixed: 'date set by the dispatcher',
    extended: { one: 'extended by {count} working day', other: 'extended by {count} working days' },
    stood: { one: 'suspended {count} working day', other: 'suspended {count} working days' },
    due: 'due {time}',
    comma: ', ',
    colon: ': ',
  },
);

export interface ExplainedClock {
  kind: 'dispatch' | 'response' | 'resolution';
  startedAt: Date;
  amount: number | null;
  unit: 'working-hours' | 'working-days' | null;
  extendedBy: number;
  /** Working days for which it stood still, to one decimal. */
  stoodStill: number;
  dueAt: Date;
}

/** A clock in words: "dispatched Fri 20 Nov 16:40, 3 working days, suspended 2 working days: due Fri 27 Nov 16:40". */
export function clockText(locale: Locale, timeZone: string, clock: ExplainedClock): string {
  const t = textIn(locale, catalogue);
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
    clock.stoodStill > 0 ? t('stood', { count: clock.stoodStill }) : '',
  ].filter(Boolean);
  return parts.join(t('comma')) + t('colon') + t('due', { time: format.format(clock.dueAt) });
}

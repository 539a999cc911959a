import type { Message } from '../catalogue';
import type { clock as source } from '../zh-CN/clock';

export const clock: Record<keyof typeof source, Message> = {
  'began.dispatch': 'registered {time}',
  'began.response': 'dispatched {time}',
  'began.resolution': 'dispatched {time}',
  'amount.working-hours': { one: '{count} working hour', other: '{count} working hours' },
  'amount.working-days': { one: '{count} working day', other: '{count} working days' },
  'amount.natural-hours': {
    one: '{count} hour, nights and holidays included',
    other: '{count} hours, nights and holidays included',
  },
  'amount.natural-days': {
    one: '{count} day of 24 hours, holidays included',
    other: '{count} days of 24 hours, holidays included',
  },
  fixed: 'date set by the dispatcher',
  extended: { one: 'extended by {count} working day', other: 'extended by {count} working days' },
  stood: { one: 'suspended {count} working day', other: 'suspended {count} working days' },
  'stood-natural': { one: 'suspended {count} day', other: 'suspended {count} days' },
  due: 'due {time}',
  comma: ', ',
  colon: ': ',
};

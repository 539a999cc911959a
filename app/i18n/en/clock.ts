import type { Message } from '../catalogue';
import type { clock as source } from '../zh-CN/clock';

export const clock: Record<keyof typeof source, Message> = {
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
};

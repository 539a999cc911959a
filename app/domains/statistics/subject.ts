import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { statisticsEvents } from './events';

export const statistics: Subject = {
  name: 'statistics',
  kinds: { statistics: offersOf('figures follow from the orders, and are open to everyone') },
  events: statisticsEvents,
  listeners: [{ kinds: ['work-order'], job: 'statistics.count-order' }],
};

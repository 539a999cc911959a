import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { moderationEvents } from './events';
import { queueItemLifecycle } from './lifecycle';

export const moderation: Subject = {
  name: 'moderation',
  kinds: { sanction: offersOf('what was decided about a person concerns that person alone') },
  events: moderationEvents,
  lifecycles: { 'queue-item': queueItemLifecycle },
  queueKinds: ['overdue', 'report', 'appeal', 'sanction-appeal'],
};

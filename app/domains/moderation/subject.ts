import type { Subject } from '../define-subject';
import { moderationEvents } from './events';

export const moderation: Subject = {
  name: 'moderation',
  kinds: {},
  events: moderationEvents,
  queueKinds: ['overdue', 'report'],
};

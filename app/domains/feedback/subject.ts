import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { feedbackEvents } from './events';
import { feedbackLifecycle } from './lifecycle';

export const feedback: Subject = {
  name: 'feedback',
  kinds: {
    feedback: offersOf('', {
      followed: true,
      reported: true,
      discussed: 'it asks an office for an answer; what people want together is a proposal',
      searched: true,
      ordered: true,
      pictured: true,
      published: true,
    }),
  },
  events: feedbackEvents,
  lifecycles: { feedback: feedbackLifecycle },
  queueKinds: ['feedback'],
};

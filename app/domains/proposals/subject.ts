import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { proposalEvents } from './events';
import { proposalLifecycle } from './lifecycle';

export const proposals: Subject = {
  name: 'proposals',
  kinds: {
    proposal: offersOf('', {
      followed: true,
      reported: true,
      discussed: true,
      searched: true,
      ordered: true,
      pictured: true,
      published: true,
    }),
  },
  events: proposalEvents,
  lifecycles: { proposal: proposalLifecycle },
  queueKinds: ['threshold-reached'],
};

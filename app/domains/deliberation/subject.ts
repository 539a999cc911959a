import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { deliberationEvents } from './events';

export const deliberation: Subject = {
  name: 'deliberation',
  kinds: {
    comment: offersOf('a comment stands in the discussion of its matter, and is found and followed there', {
      reported: true,
      pictured: true,
      published: 'what people say to each other is read where it is said, and can be taken back there',
    }),
  },
  events: deliberationEvents,
};

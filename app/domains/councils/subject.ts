import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { councilEvents } from './events';
import { candidateLifecycle, councilLifecycle } from './lifecycle';

export const councils: Subject = {
  name: 'councils',
  kinds: {
    council: offersOf('an office founds it and answers for it', {
      followed: true,
      searched: 'councils are few, and found in their list by area',
      published: 'each of its draws is published in files of its own, by which anyone draws again',
    }),
  },
  events: councilEvents,
  lifecycles: { council: councilLifecycle, 'council-candidate': candidateLifecycle },
};

import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { careEvents } from './events';
import {
  careContestLifecycle,
  careNeedLifecycle,
  careTaskLifecycle,
  careVolunteerLifecycle,
} from './lifecycle';

const why = 'it is between those concerned and who looks after them, and nobody else learns that it is there';

export const care: Subject = {
  name: 'care',
  kinds: { 'care-need': offersOf(why), 'care-task': offersOf(why), 'care-volunteer': offersOf(why) },
  listeners: [{ kinds: ['organisation'], job: 'care.organisation-changed' }],
  events: careEvents,
  lifecycles: {
    'care-need': careNeedLifecycle,
    'care-task': careTaskLifecycle,
    'care-contest': careContestLifecycle,
    'care-volunteer': careVolunteerLifecycle,
  },
};

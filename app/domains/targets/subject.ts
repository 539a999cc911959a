import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { targetEvents } from './events';

export const targets: Subject = {
  name: 'targets',
  kinds: { target: offersOf('whoever follows its area is told of it') },
  events: targetEvents,
  listeners: [{ kinds: ['organisation'], job: 'targets.organisation-changed' }],
};

import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { responsibilityEvents } from './events';

export const responsibility: Subject = {
  name: 'responsibility',
  kinds: {
    responsibility: offersOf('the list is an act of office: its departments and moderators are told by name'),
  },
  events: responsibilityEvents,
  listeners: [{ kinds: ['organisation'], job: 'responsibility.organisation-changed' }],
};

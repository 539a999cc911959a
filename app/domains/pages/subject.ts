import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { pageEvents } from './events';

export const portalPages: Subject = {
  name: 'pages',
  kinds: { page: offersOf('it is about the portal itself, and stands in the footer of each page') },
  events: pageEvents,
};

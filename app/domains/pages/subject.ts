import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { pageEvents } from './events';

const aboutThePortal = 'it is about the portal itself, and stands at the head or foot of each page';

export const portalPages: Subject = {
  name: 'pages',
  kinds: { page: offersOf(aboutThePortal), portal: offersOf(aboutThePortal) },
  events: pageEvents,
};

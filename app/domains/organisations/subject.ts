import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { organisationEvents } from './events';

export const organisations: Subject = {
  name: 'organisations',
  kinds: {
    organisation: offersOf('an organisation is checked by moderators, and says nothing of its own', {
      followed: true,
    }),
  },
  events: organisationEvents,
  queueKinds: ['organisation-verification'],
};

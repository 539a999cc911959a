import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { organisationEvents } from './events';
import { organisationLifecycle } from './lifecycle';

export const organisations: Subject = {
  name: 'organisations',
  kinds: {
    organisation: offersOf('an organisation is checked by moderators, and says nothing of its own', {
      followed: true,
      published: true,
    }),
  },
  events: organisationEvents,
  lifecycles: { organisation: organisationLifecycle },
  queueKinds: ['organisation-verification'],
};

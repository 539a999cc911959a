import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { volunteeringEvents } from './events';
import { opportunityLifecycle, signUpLifecycle } from './lifecycle';

export const volunteering: Subject = {
  name: 'volunteering',
  kinds: {
    opportunity: offersOf('it is published by an organisation that moderators have verified', {
      followed: true,
      searched: 'opportunities are found in their list, by area',
    }),
    certificate: offersOf('it is for the person alone whose service it is'),
  },
  events: volunteeringEvents,
  lifecycles: { opportunity: opportunityLifecycle, 'sign-up': signUpLifecycle },
};

import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { volunteeringEvents } from './events';
import { signUpLifecycle } from './lifecycle';

export const volunteering: Subject = {
  name: 'volunteering',
  kinds: {
    opportunity: offersOf('it is published by an organisation that moderators have verified', {
      followed: true,
      searched: 'opportunities are found in their list, by area',
    }),
  },
  events: volunteeringEvents,
  lifecycles: { 'sign-up': signUpLifecycle },
};

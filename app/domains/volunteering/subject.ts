import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { volunteeringEvents } from './events';
import {
  opportunityLifecycle,
  rewardClaimLifecycle,
  rewardLifecycle,
  signUpLifecycle,
  thanksLifecycle,
} from './lifecycle';

export const volunteering: Subject = {
  name: 'volunteering',
  kinds: {
    opportunity: offersOf('it is published by an organisation that moderators have verified', {
      followed: true,
      searched: 'opportunities are found in their list, by area',
      published: true,
    }),
    'sign-up': offersOf('it is for its volunteer and who organises, and for a moderator once asked'),
    award: offersOf('it is for its volunteer and the organisation that recorded it'),
    reward: offersOf('a verified business offers it, and moderators take it back where it should not be'),
    certificate: offersOf('it is for the person alone whose service it is'),
  },
  listeners: [{ kinds: ['organisation'], job: 'volunteering.organisation-changed' }],
  queueKinds: ['record-appeal'],
  events: volunteeringEvents,
  lifecycles: {
    opportunity: opportunityLifecycle,
    'sign-up': signUpLifecycle,
    reward: rewardLifecycle,
    'reward-claim': rewardClaimLifecycle,
    'shift-thanks': thanksLifecycle,
  },
};

import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { entrustingLifecycle } from './entrusting/rules';
import { ballotEvents } from './events';
import { ballotLifecycle } from './lifecycle';

export const ballots: Subject = {
  name: 'ballots',
  kinds: {
    ballot: offersOf('a ballot is called by an office, and its matter is talked over before it', {
      followed: true,
      searched: 'ballots are found in their list, and from the proposals that they decide on',
      published: true,
    }),
  },
  events: ballotEvents,
  lifecycles: { ballot: ballotLifecycle, entrustedVote: entrustingLifecycle },
  listeners: [{ kinds: ['organisation'], job: 'ballots.organisation-changed' }],
};

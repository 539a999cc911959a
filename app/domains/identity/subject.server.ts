import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { heldInIdentity } from './held.server';
import { rekeyHouseholds } from './rekey-households.server';
import { mailResetLink } from './reset-password.server';
import { decideResidenceFromQueue } from './residence.server';
import { forgetExpired } from './sessions.server';
import { identity } from './subject';

export const identityServer: SubjectServer = {
  subject: identity,
  access: { person: withoutRule, residence: withoutRule },
  held: heldInIdentity,
  jobs: (ctx) => ({ 'identity.reset-link': (payload) => mailResetLink(ctx, payload) }),
  recurring: (ctx) => ({
    'identity.expired': { everySeconds: 900, run: () => forgetExpired(ctx) },
    'identity.households': { everySeconds: 300, run: () => rekeyHouseholds(ctx) },
  }),
  queue: {
    'residence-verification': {
      decide: (ctx, { subjectId: id }, { approve: confirm, reason }) =>
        decideResidenceFromQueue(ctx, { id, confirm, reason }),
      // Wants a look at what is sealed, which is on record.
      notInBulk: 'identity.open-first',
    },
  },
};

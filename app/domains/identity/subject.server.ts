import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { consentedMails, consentedResidence } from './consents/own-purposes.server';
import { followClosedArea, moveResidents } from './follow-closed-area.server';
import { followReopenedArea, returnResidents } from './follow-reopened-area.server';
import { heldInIdentity } from './held.server';
import { consentedRealName } from './real-names/confirm-identity.server';
import { rekeyHouseholds } from './residence/rekey-households.server';
import { sendSignInCode } from './phones/sign-in-by-phone.server';
import { mailResetLink } from './proving/reset-password.server';
import { decideResidenceFromQueue } from './residence/residence.server';
import { forgetExpired } from './sessions.server';
import { displayNames } from './people.query.server';
import { identity } from './subject';
import { notePeopleTakingPart } from './taking-part/note-taking-part.server';
import { toldPersons } from './told-persons.server';
import { paths } from '~/paths';
import { withinAny } from '~/platform/db/lists/area-scope';

export const identityServer: SubjectServer = {
  subject: identity,
  access: { person: withoutRule, residence: withoutRule },
  held: heldInIdentity,
  names: { person: displayNames },
  persons: toldPersons,
  consents: { mails: consentedMails, residence: consentedResidence, 'real-name': consentedRealName },
  areaClosed: followClosedArea,
  areaReopened: followReopenedArea,
  jobs: (ctx) => ({
    'identity.reset-link': (payload) => mailResetLink(ctx, payload),
    'identity.phone-code': (payload) => sendSignInCode(ctx, payload),
    'identity.area-closed': (payload) => moveResidents(ctx, payload),
    'identity.area-reopened': (payload) => returnResidents(ctx, payload),
  }),
  recurring: (ctx) => ({
    'identity.expired': { everySeconds: 900, run: () => forgetExpired(ctx) },
    'identity.households': { everySeconds: 300, run: () => rekeyHouseholds(ctx) },
    'identity.taking-part': { everySeconds: 600, run: () => notePeopleTakingPart(ctx) },
  }),
  setUp: [
    {
      name: 'moderators',
      at: paths.roles,
      count: ({ database }, areaIds) =>
        database.read.roleHeld.count({
          where: { role: 'moderator', person: { suspendedAt: null }, OR: withinAny(areaIds) },
        }),
    },
  ],
  queue: {
    'residence-verification': {
      decide: (ctx, { subjectId: id }, { approve: confirm, reason }) =>
        decideResidenceFromQueue(ctx, { id, confirm, reason }),
      // Wants a look at what is sealed, which is on record.
      notInBulk: 'identity.open-first',
    },
  },
};

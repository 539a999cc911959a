import { z } from 'zod';
import { defineEvents, followersOf, followersOfOther, organisation } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    proposalId: z.string().nullable(),
    organisation: z.string(),
    reason: z.string(),
    clause: z.number(),
    version: z.number(),
    day: z.string(),
    by: z.string(),
    obligation: z.string(),
    yuan: z.number(),
  },
  kept: {
    partyIds: z.array(z.string()),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['agreements', 'proposals'];

const parties = ({ privateData: { partyIds } }: Told<'partyIds'>) => partyIds.flatMap(organisation);
const everyone = (event: Told<'partyIds'>) => [
  ...parties(event),
  followersOf(event),
  ...followersOfOther('proposal', event.publicData.proposalId),
];

const amongParties = { isPublic: false, topics: [], audience: parties };
const open = { isPublic: true, topics, audience: parties };
const openToFollowers = { isPublic: true, topics, audience: everyone };

export const agreementEvents = defineEvents(fields, {
  'agreement.drafted': { ...amongParties, says: ['proposalId'], keeps: ['partyIds'] },
  'agreement.edited': { ...amongParties, says: ['proposalId'], keeps: ['partyIds'] },
  'agreement.abandoned': { ...amongParties, says: ['proposalId', 'reason'], keeps: ['partyIds'] },
  'agreement.noted': { ...amongParties, says: ['proposalId', 'organisation', 'clause'], keeps: ['partyIds'] },
  'agreement.change-proposed': {
    ...amongParties,
    says: ['proposalId', 'organisation', 'clause'],
    keeps: ['partyIds'],
  },
  'agreement.change-accepted': {
    ...amongParties,
    says: ['proposalId', 'organisation', 'clause'],
    keeps: ['partyIds'],
  },
  'agreement.change-refused': {
    ...amongParties,
    says: ['proposalId', 'organisation', 'clause'],
    keeps: ['partyIds'],
  },
  'agreement.change-agreed': {
    ...amongParties,
    says: ['proposalId', 'organisation', 'clause'],
    keeps: ['partyIds'],
  },
  'agreement.draft-proposed': {
    ...amongParties,
    says: ['proposalId', 'organisation'],
    keeps: ['partyIds'],
  },
  'agreement.draft-agreed': {
    ...amongParties,
    says: ['proposalId', 'organisation'],
    keeps: ['partyIds'],
  },
  'agreement.draft-accepted': {
    ...amongParties,
    says: ['proposalId', 'organisation'],
    keeps: ['partyIds'],
  },
  'agreement.draft-refused': {
    ...amongParties,
    says: ['proposalId', 'organisation'],
    keeps: ['partyIds'],
  },
  'agreement.rights-set': {
    ...amongParties,
    says: ['proposalId', 'organisation'],
    keeps: ['partyIds'],
  },
  'agreement.party-followed': {
    ...amongParties,
    says: ['proposalId', 'organisation', 'by'],
    keeps: ['partyIds'],
  },
  'agreement.party-merged': { ...open, says: ['proposalId', 'organisation', 'by'], keeps: ['partyIds'] },
  'agreement.frozen': { ...open, says: ['proposalId', 'version'], keeps: ['partyIds'] },
  'agreement.thawed': { ...open, says: ['proposalId'], keeps: ['partyIds'] },
  'agreement.returned': { ...open, says: ['proposalId', 'organisation'], keeps: ['partyIds'] },
  'agreement.withdrawn': { ...open, says: ['proposalId', 'reason'], keeps: ['partyIds'] },
  'agreement.thaw-asked': { ...open, says: ['proposalId', 'organisation', 'reason'], keeps: ['partyIds'] },
  'agreement.void-asked': { ...open, says: ['proposalId', 'organisation', 'reason'], keeps: ['partyIds'] },
  'agreement.end-asked': { ...open, says: ['proposalId', 'organisation', 'reason'], keeps: ['partyIds'] },
  'agreement.assent-taken-back': { ...open, says: ['proposalId', 'organisation'], keeps: ['partyIds'] },
  'agreement.sign-reminder': { ...amongParties, keeps: ['partyIds'] },
  'agreement.ends-soon': { ...amongParties, says: ['proposalId', 'day'], keeps: ['partyIds'] },
  'agreement.signed': { ...open, says: ['proposalId', 'organisation'], keeps: ['partyIds'] },
  'agreement.in-force': { ...openToFollowers, says: ['proposalId'], keeps: ['partyIds'] },
  'agreement.declined': { ...open, says: ['proposalId', 'organisation', 'reason'], keeps: ['partyIds'] },
  'agreement.expired': { ...open, says: ['proposalId'], keeps: ['partyIds'] },
  'agreement.voided': { ...openToFollowers, says: ['proposalId', 'reason'], keeps: ['partyIds'] },
  'agreement.notice-given': {
    ...openToFollowers,
    says: ['proposalId', 'organisation', 'reason', 'day'],
    keeps: ['partyIds'],
  },
  'agreement.ended': { ...openToFollowers, says: ['proposalId', 'reason'], keeps: ['partyIds'] },
  'agreement.replaced': { ...openToFollowers, says: ['proposalId', 'by'], keeps: ['partyIds'] },
  'agreement.sealed': { ...open, says: ['proposalId'], keeps: ['partyIds'] },
  'obligation.reported': { ...open, says: ['proposalId', 'obligation', 'organisation'], keeps: ['partyIds'] },
  'obligation.refused': { ...open, keeps: ['partyIds'] },
  'obligation.done': {
    ...openToFollowers,
    says: ['proposalId', 'obligation', 'organisation'],
    keeps: ['partyIds'],
  },
  'obligation.breached': {
    ...openToFollowers,
    says: ['proposalId', 'obligation', 'organisation', 'reason'],
    keeps: ['partyIds'],
  },
  'obligation.released': {
    ...openToFollowers,
    says: ['proposalId', 'obligation', 'organisation', 'yuan'],
    keeps: ['partyIds'],
  },
  'obligation.written-off': {
    ...openToFollowers,
    says: ['proposalId', 'obligation', 'organisation', 'reason'],
    keeps: ['partyIds'],
  },
  'obligation.cure-soon': { ...amongParties, says: ['proposalId', 'obligation', 'day'], keeps: ['partyIds'] },
  'obligation.cure-over': { ...open, says: ['proposalId', 'obligation', 'day'], keeps: ['partyIds'] },
  'obligation.answer-reminder': {
    ...amongParties,
    says: ['proposalId', 'obligation'],
    keeps: ['partyIds'],
  },
  'obligation.pay-reminder': { ...amongParties, says: ['proposalId', 'obligation'], keeps: ['partyIds'] },
  'obligation.due-soon': { ...amongParties, says: ['proposalId', 'obligation'], keeps: ['partyIds'] },
  'obligation.overdue': { ...open, says: ['proposalId', 'obligation'], keeps: ['partyIds'] },
});

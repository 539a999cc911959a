import { defineEvents, followersOf } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

const topics = ['agreements', 'proposals'];

function parties(event: EventFacts): Audience[] {
  const ids = event.privateData.partyIds;
  const list = Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  return list.map((organisationId) => ({ kind: 'organisation', organisationId }));
}
const everyone = (event: EventFacts) => [
  ...parties(event),
  followersOf(event),
  ...(typeof event.publicData.proposalId === 'string'
    ? [{ kind: 'followers' as const, subjectKind: 'proposal', subjectId: event.publicData.proposalId }]
    : []),
];

const amongParties = { isPublic: false, topics: [], audience: parties };
const open = { isPublic: true, topics, audience: parties };
const openToFollowers = { isPublic: true, topics, audience: everyone };

export const agreementEvents = defineEvents({
  'agreement.drafted': amongParties,
  'agreement.edited': amongParties,
  'agreement.abandoned': amongParties,
  'agreement.noted': amongParties,
  'agreement.change-proposed': amongParties,
  'agreement.change-accepted': amongParties,
  'agreement.change-refused': amongParties,
  'agreement.frozen': open,
  'agreement.thawed': open,
  'agreement.returned': open,
  'agreement.withdrawn': open,
  'agreement.thaw-asked': open,
  'agreement.void-asked': open,
  'agreement.end-asked': open,
  'agreement.assent-taken-back': open,
  'agreement.sign-reminder': amongParties,
  'agreement.signed': open,
  'agreement.in-force': openToFollowers,
  'agreement.declined': open,
  'agreement.expired': open,
  'agreement.voided': openToFollowers,
  'agreement.notice-given': openToFollowers,
  'agreement.ended': openToFollowers,
  'agreement.replaced': openToFollowers,
  'agreement.sealed': open,
  'obligation.reported': open,
  'obligation.refused': open,
  'obligation.done': openToFollowers,
  'obligation.breached': openToFollowers,
  'obligation.released': openToFollowers,
  'obligation.due-soon': amongParties,
  'obligation.overdue': open,
});

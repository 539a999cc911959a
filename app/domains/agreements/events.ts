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

export const agreementEvents = defineEvents({
  'agreement.drafted': { isPublic: false, topics: [], audience: parties },
  'agreement.edited': { isPublic: false, topics: [], audience: parties },
  'agreement.frozen': { isPublic: true, topics, audience: parties },
  'agreement.thawed': { isPublic: true, topics, audience: parties },
  'agreement.withdrawn': { isPublic: true, topics, audience: parties },
  'agreement.signed': { isPublic: true, topics, audience: parties },
  'agreement.in-force': { isPublic: true, topics, audience: everyone },
  'agreement.declined': { isPublic: true, topics, audience: parties },
  'obligation.done': { isPublic: true, topics, audience: everyone },
});

import type { Audience, EventFacts } from '../ledger/define-events';
import { defineEvents, followersOf, moderatorsOf, nobody, person } from '../ledger/define-events';

const topics = ['proposals'];
const everyone = (event: EventFacts) => [followersOf(event), ...person(event.privateData.authorId)];
const areaFollowers = (event: EventFacts) =>
  event.areaId ? [{ kind: 'followers' as const, subjectKind: 'area', subjectId: event.areaId }] : [];

/** The step of the order that brings it about tells the followers of all that hangs there: once is enough. */
const withItsOrder = () => nobody;

/** Of two proposals that are merged or parted: the authors and followers of both. */
const bothSides = (event: EventFacts): Audience[] => [
  followersOf(event),
  ...(typeof event.publicData.intoId === 'string'
    ? [followersOf({ ...event, subjectId: event.publicData.intoId })]
    : []),
  ...person(event.privateData.authorId),
  ...person(event.privateData.intoAuthorId),
];

export const proposalEvents = defineEvents({
  'proposal.published': { isPublic: true, topics, audience: areaFollowers },
  'proposal.edited': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
  'proposal.withdrawn': { isPublic: true, topics, audience: everyone },
  'proposal.endorsed': { isPublic: false, topics, audience: () => [{ kind: 'nobody' }] },
  'proposal.endorsement-withdrawn': { isPublic: false, topics, audience: () => [{ kind: 'nobody' }] },
  'proposal.threshold-reached': {
    isPublic: true,
    topics,
    audience: (event) => [...everyone(event), ...moderatorsOf(event)],
  },
  'proposal.expired': { isPublic: true, topics, audience: everyone },
  'proposal.adopted': { isPublic: true, topics, audience: everyone },
  'proposal.declined': { isPublic: true, topics, audience: everyone },
  'proposal.answered': { isPublic: true, topics, audience: everyone },
  'proposal.put-to-vote': { isPublic: true, topics, audience: everyone },
  'proposal.returned-to-review': { isPublic: true, topics, audience: everyone },
  'proposal.implementation-started': { isPublic: true, topics, audience: withItsOrder },
  'proposal.done': { isPublic: true, topics, audience: withItsOrder },
  'proposal.orders-refused': { isPublic: true, topics, audience: withItsOrder },
  'proposal.reopened': { isPublic: true, topics, audience: withItsOrder },
  'proposal.merged': { isPublic: true, topics, audience: bothSides },
  'proposal.merge-undone': { isPublic: true, topics, audience: bothSides },
  'proposal.below-threshold': { isPublic: true, topics, audience: everyone },
  'proposal.evaluated': { isPublic: true, topics, audience: withItsOrder },
});
export type ProposalEventType = keyof typeof proposalEvents;

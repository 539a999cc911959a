import { defineEvents, followersOf, moderatorsOf, nobody } from '../ledger/define-events';

export const opinionTopics = ['conversations'];
const topics = [...opinionTopics, 'proposals'];

/** Answers are no events: nobody's opinion is in the record. */
export const opinionEvents = defineEvents({
  'conversation.opened': {
    isPublic: true,
    topics,
    audience: (event) => [
      ...(event.areaId ? [{ kind: 'followers' as const, subjectKind: 'area', subjectId: event.areaId }] : []),
      ...(typeof event.publicData.proposalId === 'string'
        ? [{ kind: 'followers' as const, subjectKind: 'proposal', subjectId: event.publicData.proposalId }]
        : []),
    ],
  },
  'conversation.extended': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
  'conversation.ended-early': { isPublic: true, topics, audience: () => nobody },
  'conversation.closed': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
  'conversation.cancelled': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
  'statement.posted': { isPublic: false, topics: [], audience: () => nobody },
  'statement.waits': { isPublic: false, topics: [], audience: moderatorsOf },
  /** Told to the author by who decides: the record names no author. */
  'statement.accepted': { isPublic: false, topics, audience: () => nobody },
  'statement.refused': { isPublic: false, topics, audience: () => nobody },
});

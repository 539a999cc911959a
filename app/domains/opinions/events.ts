import { z } from 'zod';
import { defineEvents, followersOf, followersOfOther, moderatorsOf, nobody } from '../ledger/define-events';

const fields = {
  said: {
    closesAt: z.date(),
    proposalId: z.string().nullable(),
    reason: z.string(),
    participants: z.number(),
    groups: z.number(),
    statement: z.string(),
  },
  kept: {},
};

export const opinionTopics = ['conversations'];
const topics = [...opinionTopics, 'proposals'];

/** Answers are no events: nobody's opinion is in the record. */
export const opinionEvents = defineEvents(fields, {
  'conversation.opened': {
    isPublic: true,
    topics,
    says: ['closesAt', 'proposalId'],
    audience: (event) => [
      ...followersOfOther('area', event.areaId),
      ...followersOfOther('proposal', event.publicData.proposalId),
    ],
  },
  'conversation.extended': {
    isPublic: true,
    topics,

    audience: (event) => [followersOf(event)],
  },
  'conversation.ended-early': {
    isPublic: true,
    topics,

    audience: () => nobody,
  },
  'conversation.closed': {
    isPublic: true,
    topics,

    audience: (event) => [followersOf(event)],
  },
  'conversation.cancelled': {
    isPublic: true,
    topics,

    audience: (event) => [followersOf(event)],
  },
  'statement.posted': {
    posts: true,
    isPublic: false,
    topics: [],
    says: ['statement'],
    audience: () => nobody,
  },
  'statement.waits': {
    posts: true,
    isPublic: false,
    topics: [],
    says: ['statement'],
    audience: moderatorsOf,
  },
  /** Told to the author by who decides: the record names no author. */
  'statement.accepted': { isPublic: false, topics, says: ['statement', 'reason'], audience: () => nobody },
  'statement.refused': { isPublic: false, topics, says: ['statement', 'reason'], audience: () => nobody },
});

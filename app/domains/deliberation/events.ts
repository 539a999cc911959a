import { defineEvents, followersOf, nobody, person } from '../ledger/define-events';

/** Parts of the site whose pages show comments. */
export const commentTopics = ['proposals', 'agreements'];
const topics = commentTopics;

const mentioned = (ids: unknown) => (Array.isArray(ids) ? ids.flatMap((id) => person(id)) : []);

export const deliberationEvents = defineEvents({
  'comment.posted': {
    isPublic: false,
    topics,
    audience: (event) => [followersOf(event), ...person(event.privateData.answeredId)],
  },
  'comment.mentioned': {
    isPublic: false,
    topics: [],
    audience: (event) => mentioned(event.privateData.mentionedIds),
  },
  'comment.edited': { isPublic: false, topics, audience: () => nobody },
  'comment.removed': { isPublic: false, topics, audience: () => nobody },
  'comment.voted': { isPublic: false, topics, audience: () => nobody },
  'discussion.summarised': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
  'discussion.summary-removed': { isPublic: true, topics, audience: (event) => [followersOf(event)] },
});

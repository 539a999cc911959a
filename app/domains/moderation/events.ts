import { defineEvents, moderatorsOf, person } from '../ledger/define-events';

/** What is hidden or shown again takes its title away from, or gives it to, every page that names it. */
const topics = ['proposals', 'feedback', 'titles'];

export const moderationEvents = defineEvents({
  'content.reported': { isPublic: false, topics: [], audience: moderatorsOf },
  'content.hidden': {
    isPublic: true,
    topics,
    audience: (event) => person(event.privateData.authorId),
  },
  'content.kept': {
    isPublic: true,
    topics,
    audience: (event) => person(event.privateData.authorId),
  },
});

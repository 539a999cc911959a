import { defineEvents, moderatorsOf, person } from '../ledger/define-events';

export const moderationEvents = defineEvents({
  'content.reported': { isPublic: false, topics: [], audience: moderatorsOf },
  'content.hidden': {
    isPublic: true,
    topics: ['proposals', 'feedback'],
    audience: (event) => person(event.privateData.authorId),
  },
  'content.kept': { isPublic: true, topics: [], audience: (event) => person(event.privateData.authorId) },
});

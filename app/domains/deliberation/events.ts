import { defineEvents, followersOf, person } from '../ledger/define-events';

export const deliberationEvents = defineEvents({
  'comment.posted': {
    isPublic: false,
    topics: ['proposals', 'agreements'],
    audience: (event) => [followersOf(event), ...person(event.privateData.answeredId)],
  },
});

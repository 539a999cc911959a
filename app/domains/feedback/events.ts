import { defineEvents, followersOf, moderatorsOf, person } from '../ledger/define-events';
import type { EventFacts } from '../ledger/define-events';

const topics = ['feedback'];
const concerned = (event: EventFacts) => [followersOf(event), ...person(event.privateData.authorId)];

/** Feedback may be non-public: its events name no title in public; those concerned get it by the inbox. */
export const feedbackEvents = defineEvents({
  'feedback.submitted': { isPublic: true, topics, audience: moderatorsOf },
  'feedback.answered': { isPublic: true, topics, audience: concerned },
  'feedback.refused': { isPublic: true, topics, audience: concerned },
  'feedback.withdrawn': { isPublic: true, topics, audience: concerned },
  'feedback.dispatched': { isPublic: true, topics, audience: concerned },
  'feedback.solved': { isPublic: true, topics, audience: concerned },
  'feedback.reopened': { isPublic: true, topics, audience: concerned },
  'feedback.evaluated': { isPublic: true, topics, audience: concerned },
});
export type FeedbackEventType = keyof typeof feedbackEvents;

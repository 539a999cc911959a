import { defineEvents, followersOf, moderatorsOf, person } from '../ledger/define-events';
import type { EventDefinitions, EventFacts } from '../ledger/define-events';

const topics = ['feedback'];
const concerned = (event: EventFacts) => [followersOf(event), ...person(event.privateData.authorId)];

const types = {
  'feedback.submitted': moderatorsOf,
  'feedback.answered': concerned,
  'feedback.refused': concerned,
  'feedback.withdrawn': concerned,
  'feedback.dispatched': concerned,
  'feedback.solved': concerned,
  'feedback.reopened': concerned,
  'feedback.evaluated': concerned,
};
export type FeedbackEventType = keyof typeof types;

function definitions(isPublic: boolean) {
  const entries = Object.entries(types).map(([type, audience]) => [type, { isPublic, topics, audience }]);
  return defineEvents(Object.fromEntries(entries) as EventDefinitions<FeedbackEventType>);
}

export const feedbackEvents = definitions(true);

/** Who asked what in confidence stays out of the public record: the same events, for those concerned only. */
const confidentialEvents = definitions(false);

export function eventsFor(feedback: { isPublic: boolean }): EventDefinitions<FeedbackEventType> {
  return feedback.isPublic ? feedbackEvents : confidentialEvents;
}

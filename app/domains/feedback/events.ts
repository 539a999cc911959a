import { defineEvents, followersOf, moderatorsOf, nobody, person } from '../ledger/define-events';
import type { EventDefinitions, EventFacts } from '../ledger/define-events';

const topics = ['feedback'];
const concerned = (event: EventFacts) => [followersOf(event), ...person(event.privateData.authorId)];

/** The step of the order that brings it about tells the followers of all that hangs there: once is enough. */
const withItsOrder = () => nobody;

const types = {
  'feedback.submitted': moderatorsOf,
  'feedback.answered': concerned,
  'feedback.refused': concerned,
  'feedback.withdrawn': concerned,
  'feedback.dispatched': withItsOrder,
  'feedback.orders-refused': withItsOrder,
  'feedback.solved': withItsOrder,
  'feedback.reopened': withItsOrder,
  'feedback.evaluated': withItsOrder,
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

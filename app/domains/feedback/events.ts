import { z } from 'zod';
import {
  defineEvents,
  followersOf,
  forThoseConcerned,
  moderatorsOf,
  nobody,
  person,
} from '../ledger/define-events';
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    reason: z.string(),
    workOrderId: z.string(),
  },
  kept: {
    authorId: z.string(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['feedback'];
const concerned = (event: Told<'authorId'>) => [followersOf(event), ...person(event.privateData.authorId)];

/** The step of the order that brings it about tells the followers of all that hangs there: once is enough. */
const withItsOrder = () => nobody;

/** What every step of it keeps: whose it is. */
const told = (audience: (event: Told<'authorId'>) => Audience[]) =>
  ({ isPublic: true, topics, keeps: ['authorId'], audience }) as const;

export const feedbackEvents = defineEvents(fields, {
  'feedback.submitted': { isPublic: true, topics, audience: moderatorsOf },
  'feedback.answered': told(concerned),
  'feedback.refused': told(concerned),
  'feedback.withdrawn': told(concerned),
  'feedback.dispatched': told(withItsOrder),
  'feedback.orders-refused': told(withItsOrder),
  'feedback.solved': told(withItsOrder),
  'feedback.reopened': told(withItsOrder),
  'feedback.evaluated': told(withItsOrder),
});
export type FeedbackEventType = keyof typeof feedbackEvents;

/** Who asked what in confidence stays out of the public record: the same events, for those concerned only. */
const confidentialEvents = forThoseConcerned(feedbackEvents);

export function eventsFor(feedback: { isPublic: boolean }): typeof feedbackEvents {
  return feedback.isPublic ? feedbackEvents : confidentialEvents;
}

export const feedbackEventTypes = Object.keys(feedbackEvents);

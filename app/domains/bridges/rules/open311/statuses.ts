import type { FeedbackEventType } from '../../../feedback/events';
import type { feedbackLifecycle } from '../../../feedback/lifecycle';
import type { WorkOrderEventType } from '../../../workorders/events';
import type { WorkOrderState } from '../../../workorders/lifecycle';

export type FeedbackState = (typeof feedbackLifecycle.states)[number];

/** GeoReport v2 knows two. */
export const requestStatuses = ['open', 'closed'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** What a work order's state is to other systems: a new state without an entry fails the type check. */
export const statusOfOrder: Record<WorkOrderState, RequestStatus> = {
  registered: 'open',
  'not-accepted': 'closed',
  dispatched: 'open',
  'return-asked': 'open',
  returned: 'open',
  accepted: 'open',
  suspended: 'open',
  done: 'closed',
  solved: 'closed',
  rated: 'closed',
  archived: 'closed',
};

export const statusOfFeedback: Record<FeedbackState, RequestStatus> = {
  submitted: 'open',
  dispatched: 'open',
  answered: 'closed',
  solved: 'closed',
  evaluated: 'closed',
  refused: 'closed',
  withdrawn: 'closed',
};

/** The finer statuses of FixMyStreet's update extension. */
export const updateStatuses = [
  'OPEN',
  'INVESTIGATING',
  'ACTION_SCHEDULED',
  'IN_PROGRESS',
  'FIXED',
  'CLOSED',
  'NO_FURTHER_ACTION',
  'NOT_COUNCILS_RESPONSIBILITY',
  'DUPLICATE',
  'INTERNAL_REFERRAL',
  'FOR_TRIAGE',
  'CANCELLED',
  'REOPEN',
] as const;
export type UpdateStatus = (typeof updateStatuses)[number];

/** The status after an event, or null where the event is no news for those outside. */
export const statusAfter: Record<WorkOrderEventType | FeedbackEventType, UpdateStatus | null> = {
  // What a work order does to its feedback is told by the order's own event.
  'feedback.submitted': null,
  'feedback.answered': 'CLOSED',
  'feedback.refused': 'NO_FURTHER_ACTION',
  'feedback.withdrawn': 'CANCELLED',
  'feedback.dispatched': null,
  'feedback.orders-refused': null,
  'feedback.solved': null,
  'feedback.reopened': null,
  'feedback.evaluated': null,
  // Registering and dispatching are mostly one act: the second tells.
  'work-order.registered': null,
  'work-order.linked': null,
  'work-order.not-accepted': 'NO_FURTHER_ACTION',
  'work-order.dispatched': 'ACTION_SCHEDULED',
  'work-order.assigned': 'ACTION_SCHEDULED',
  'work-order.reassigned': 'ACTION_SCHEDULED',
  'work-order.accepted': 'IN_PROGRESS',
  // What departments ask of each other and of the coordinator changes nothing for those outside.
  'work-order.return-asked': null,
  'work-order.returned': 'INVESTIGATING',
  'work-order.return-refused': null,
  'work-order.transferred': 'ACTION_SCHEDULED',
  'work-order.helper-added': null,
  'work-order.helper-reported': null,
  'work-order.extension-asked': null,
  'work-order.extended': null,
  'work-order.extension-refused': null,
  'work-order.suspension-asked': null,
  'work-order.suspended': 'INVESTIGATING',
  'work-order.suspension-refused': null,
  'work-order.resumed': 'IN_PROGRESS',
  'work-order.passed-up': 'INVESTIGATING',
  'work-order.delegated': 'INVESTIGATING',
  'work-order.whistle-blown': null,
  'work-order.reported-in': null,
  'work-order.whistle-closed': null,
  'work-order.supervised': null,
  'work-order.done': 'FIXED',
  'work-order.call-back-asked': null,
  'work-order.call-back-answered': null,
  'work-order.caller-answered': null,
  'work-order.caller-read': null,
  'work-order.caller-not-reached': null,
  'work-order.solved': 'FIXED',
  'work-order.reopened': 'OPEN',
  'work-order.rated': null,
  // Follows being solved, or twice not being solved, of which the last word stands.
  'work-order.archived': null,
  'work-order.due-soon': null,
  'work-order.overdue': null,
  'work-order.escalated': null,
  'work-order.merged': 'DUPLICATE',
  'work-order.took-in': null,
  'work-order.split': null,
  'work-order.mentioned': null,
  'work-order.message-written': null,
  'work-order.message-answered': null,
  'work-order.settings-changed': null,
};

/** The status as the table writes it, whatever its case and spaces; null where the table has none. */
export function readUpdateStatus(text: string): UpdateStatus | null {
  const written = text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');
  return updateStatuses.find((status) => status === written) ?? null;
}

/** The states that stand for open, or for closed: for filters. */
export function statesThatAre<State extends string>(
  table: Record<State, RequestStatus>,
  wanted: readonly RequestStatus[],
): State[] {
  return (Object.keys(table) as State[]).filter((state) => wanted.includes(table[state]));
}

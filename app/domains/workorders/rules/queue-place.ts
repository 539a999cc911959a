import type { WorkOrderState } from '../lifecycle';
import { saidOf } from '~/lib/known-words';

/** The queues of the workbench, in the order of their keys. */
export const workQueues = ['dispatch', 'review', 'work', 'call-back'] as const;
export type WorkQueue = (typeof workQueues)[number];

const queueOfState: Record<WorkOrderState, WorkQueue | null> = {
  registered: 'dispatch',
  returned: 'dispatch',
  'return-asked': 'review',
  dispatched: 'work',
  accepted: 'work',
  suspended: 'work',
  done: 'call-back',
  solved: null,
  rated: null,
  archived: null,
  'not-accepted': null,
};

export interface QueuedFacts {
  state: string;
  urgency: string;
  /** Kinds of the department's requests that wait. */
  openRequests: readonly string[];
  deadlineAt: Date | null;
  responseDueAt: Date | null;
  doneAt: Date | null;
  updatedAt: Date;
}

const hour = 3600_000;

/**
 * In which queue an order waits, and by when the next act on it is due; null where nobody waits for it. What lies with
 * no department is due a day after it came, at once where it is urgent.
 */
export function queuePlace(order: QueuedFacts): { queue: WorkQueue; dueAt: Date } | null {
  const byState = saidOf(queueOfState, order.state);
  if (!byState) return null;
  const queue = order.openRequests.length > 0 ? 'review' : byState;
  const later = (from: Date, hours: number) => new Date(from.getTime() + hours * hour);
  switch (queue) {
    case 'dispatch':
      return { queue, dueAt: later(order.updatedAt, order.urgency === 'urgent' ? 0 : 24) };
    case 'call-back':
      return { queue, dueAt: later(order.doneAt ?? order.updatedAt, 7 * 24) };
    default: {
      const times = [order.responseDueAt, order.deadlineAt].flatMap((time) => (time ? [time.getTime()] : []));
      return { queue, dueAt: times.length === 0 ? later(order.updatedAt, 24) : new Date(Math.min(...times)) };
    }
  }
}

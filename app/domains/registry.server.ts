import { agreementEvents } from './agreements/events';
import { ballotEvents } from './ballots/events';
import { openAndCloseDueBallots } from './ballots/index.server';
import type { Context } from './context';
import { deliberationEvents } from './deliberation/events';
import { feedbackEvents } from './feedback/events';
import { identityEvents } from './identity/events';
import type { EventDefinitions } from './ledger/define-events';
import { moderationEvents } from './moderation/events';
import { mailDigests, notify } from './notifications/index.server';
import { organisationEvents } from './organisations/events';
import { proposalEvents } from './proposals/events';
import { watchDeadlines } from './proposals/index.server';
import { territoryEvents } from './territory/events';
import { statisticsEvents } from './statistics/events';
import { countMissing, countOrderOfEvent } from './statistics/index.server';
import { targetEvents } from './targets/events';
import { volunteeringEvents } from './volunteering/events';
import { workOrderEvents } from './workorders/events';
import { escalateOverdue, resumeSuspended, settleCallBacks } from './workorders/index.server';
import type { JobHandler, RecurringJob } from '~/platform/jobs/worker.server';

/** Every event type of every subject. */
export const allEvents: EventDefinitions = {
  ...identityEvents,
  ...territoryEvents,
  ...organisationEvents,
  ...moderationEvents,
  ...proposalEvents,
  ...deliberationEvents,
  ...feedbackEvents,
  ...ballotEvents,
  ...volunteeringEvents,
  ...agreementEvents,
  ...workOrderEvents,
  ...statisticsEvents,
  ...targetEvents,
};

export function jobHandlers(ctx: Context): Record<string, JobHandler> {
  return {
    notify: (payload) => notify(ctx, payload),
    'statistics.count-order': (payload) => countOrderOfEvent(ctx, payload),
  };
}

export function recurringJobs(ctx: Context): Record<string, RecurringJob> {
  return {
    'ballots.due': { everySeconds: 3, run: () => openAndCloseDueBallots(ctx) },
    'proposals.deadlines': { everySeconds: 300, run: () => watchDeadlines(ctx) },
    'work-orders.call-backs': { everySeconds: 300, run: () => settleCallBacks(ctx) },
    'work-orders.overdue': { everySeconds: 60, run: () => escalateOverdue(ctx) },
    'statistics.missing': { everySeconds: 600, run: () => countMissing(ctx) },
    'work-orders.suspended': { everySeconds: 60, run: () => resumeSuspended(ctx) },
    'mail.digests': { everySeconds: 600, run: () => mailDigests(ctx) },
  };
}

import { agreementEvents } from './agreements/events';
import { ballotEvents } from './ballots/events';
import {
  clearRemainsOfBallots,
  openAndCloseDueBallots,
  remindElectors,
  tellDueHelp,
} from './ballots/index.server';
import { bridgeEvents } from './bridges/events';
import {
  deliverDue,
  fetchPictures,
  followSentOrders,
  openLanes,
  sendDueOrders,
  tellOutside,
} from './bridges/index.server';
import type { Context } from './context';
import { forgetDoneActs } from './do-once.server';
import { deliberationEvents } from './deliberation/events';
import { feedbackEvents } from './feedback/events';
import { identityEvents } from './identity/events';
import { forgetExpired, mailResetLink } from './identity/index.server';
import { removeUnattached } from './files/index.server';
import type { EventDefinitions } from './ledger/define-events';
import { moderationEvents } from './moderation/events';
import { mailDigest, notify, queueDigests } from './notifications/index.server';
import { opinionEvents } from './opinions/events';
import { clearRemainsOfConversations, drawConversation, endDueConversations } from './opinions/index.server';
import { finishErasures } from './own-data.server';
import { organisationEvents } from './organisations/events';
import { sendInvitation } from './organisations/index.server';
import { proposalEvents } from './proposals/events';
import { watchDeadlines } from './proposals/index.server';
import { responsibilityEvents } from './responsibility/events';
import { territoryEvents } from './territory/events';
import { statisticsEvents } from './statistics/events';
import { countMissing, countOrderOfEvent } from './statistics/index.server';
import { targetEvents } from './targets/events';
import { volunteeringEvents } from './volunteering/events';
import { accessOfAllSubjects } from './insights/subject-access.server';
import { connectSubjectAccess } from './ledger/index.server';
import { workOrderEvents } from './workorders/events';
import {
  escalateOverdue,
  queueTheUnqueued,
  resumeSuspended,
  settleCallBacks,
} from './workorders/index.server';
import type { LaneGroup } from '~/platform/jobs/lanes.server';
import type { JobHandler, RecurringJob } from '~/platform/jobs/worker.server';

/** Every event type of every subject. */
export const allEvents: EventDefinitions = {
  ...identityEvents,
  ...territoryEvents,
  ...organisationEvents,
  ...responsibilityEvents,
  ...moderationEvents,
  ...proposalEvents,
  ...deliberationEvents,
  ...feedbackEvents,
  ...ballotEvents,
  ...opinionEvents,
  ...volunteeringEvents,
  ...agreementEvents,
  ...workOrderEvents,
  ...statisticsEvents,
  ...targetEvents,
  ...bridgeEvents,
};

connectSubjectAccess(accessOfAllSubjects);

export function jobHandlers(ctx: Context): Record<string, JobHandler> {
  return {
    notify: (payload) => notify(ctx, payload, accessOfAllSubjects),
    'identity.reset-link': (payload) => mailResetLink(ctx, payload),
    'organisations.invite': (payload) => sendInvitation(ctx, payload),
    'mail.digest': (payload) => mailDigest(ctx, payload, accessOfAllSubjects),
    'statistics.count-order': (payload) => countOrderOfEvent(ctx, payload),
    'opinions.draw': (payload) => drawConversation(ctx, payload),
    'bridge.fetch-pictures': (payload) => fetchPictures(ctx, payload),
    'bridge.tell': (payload) => tellOutside(ctx, payload),
  };
}

/** Jobs that wait for servers of others. */
export const jobGroups: readonly LaneGroup[] = [
  { kinds: ['mail', 'mail.digest'], lanes: 4, limitMilliseconds: 60_000 },
  { kinds: ['bridge.fetch-pictures'], lanes: 2, limitMilliseconds: 180_000 },
];

const mostLanes = 16;

export function recurringJobs(ctx: Context): Record<string, RecurringJob> {
  const lanes = () => openLanes(mostLanes, (error) => console.error('A lane of a bridge failed', error));
  const [delivering, sending, following] = [lanes(), lanes(), lanes()];
  return {
    'ballots.due': { everySeconds: 3, isIrreversible: true, run: () => openAndCloseDueBallots(ctx) },
    'conversations.due': { everySeconds: 5, isIrreversible: true, run: () => endDueConversations(ctx) },
    'conversations.remains': { everySeconds: 60, run: () => clearRemainsOfConversations(ctx) },
    'ballots.remains': { everySeconds: 60, run: () => clearRemainsOfBallots(ctx) },
    'ballots.counter': { everySeconds: 60, isIrreversible: true, run: () => tellDueHelp(ctx) },
    'ballots.reminders': { everySeconds: 60, isIrreversible: true, run: () => remindElectors(ctx) },
    'proposals.deadlines': { everySeconds: 300, isIrreversible: true, run: () => watchDeadlines(ctx) },
    'work-orders.call-backs': { everySeconds: 300, isIrreversible: true, run: () => settleCallBacks(ctx) },
    'work-orders.overdue': { everySeconds: 60, isIrreversible: true, run: () => escalateOverdue(ctx) },
    'statistics.missing': { everySeconds: 600, run: () => countMissing(ctx) },
    'bridges.deliver': { everySeconds: 1, run: () => deliverDue(ctx, delivering) },
    'bridges.send': { everySeconds: 2, run: () => sendDueOrders(ctx, sending) },
    'bridges.follow': { everySeconds: 300, run: () => followSentOrders(ctx, following) },
    'work-orders.suspended': { everySeconds: 60, isIrreversible: true, run: () => resumeSuspended(ctx) },
    'work-orders.queue': { everySeconds: 600, run: () => queueTheUnqueued(ctx) },
    'identity.erased': { everySeconds: 3600, run: () => finishErasures(ctx) },
    'identity.expired': { everySeconds: 900, run: () => forgetExpired(ctx) },
    'acts.forget': { everySeconds: 60, run: () => forgetDoneActs(ctx) },
    'files.unattached': { everySeconds: 600, run: () => removeUnattached(ctx) },
    'mail.digests': { everySeconds: 600, run: () => queueDigests(ctx) },
  };
}

export {
  moderatedAreas,
  moderationLog,
  moderationQueue,
  queueItem,
  queueKinds,
  waitingSubjects,
} from './queue.query.server';
export type { QueueKind } from './queue.query.server';
export { openQueueItem, settleQueueItems } from './queue.server';
export { recordDecision, reopenQueueItems } from './record-decision.server';
export { reportContent } from './report-content.server';

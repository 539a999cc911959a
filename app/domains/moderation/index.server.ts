export {
  moderatedAreas,
  moderationLog,
  queueItem,
  queueItemAbout,
  waitingSubjects,
} from './queue.query.server';
export { moderationQueue, queueLights, queuePageSize } from './queue-rows.query.server';
export type { QueueLight, QueueRow } from './queue-rows.query.server';
export {
  closeQueueItems,
  moveQueueItems,
  openQueueItem,
  retitleQueueItems,
  settleAllQueueItems,
  settleQueueItems,
} from './queue.server';
export { recordDecision, reopenQueueItems } from './record-decision.server';
export { reportContent } from './report-content.server';

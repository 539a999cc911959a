export { moderatedAreas, moderationLog, moderationQueue, queueKinds } from './queue.query.server';
export { openQueueItem, settleQueueItems } from './queue.server';
export { reportContent } from './report-content.server';

export { barredAppeals } from './barred-appeals.query.server';
export type { Because } from './grounds';
export { claimQueueItem, claimsOn, ensureNotClaimed, releaseQueueItem } from './claim.server';
export { loggedDecision, moderationLog } from './log.query.server';
export type { LoggedDecision } from './log.query.server';
export { moderationStatistics } from './figures.query.server';
export { moderationTable } from './figures-table.query.server';
export { gatheredReports } from './gathered-reports.query.server';
export type { GatheredReports } from './gathered-reports.query.server';
export { moderatedAreas, queueItem, queueItemAbout, waitingSubjects } from './queue.query.server';
export { moderationQueue, queueLights, queuePageSize } from './queue-rows.query.server';
export type { QueueLight, QueueRow } from './queue-rows.query.server';
export {
  closeQueueItems,
  emptyQueueItems,
  moveQueueItems,
  openQueueItem,
  retitleQueueItems,
  settleAllQueueItems,
  settleQueueItems,
} from './queue.server';
export { recordDecision, reopenQueueItems } from './record-decision.server';
export { reportContent } from './report-content.server';
export { settleReports } from './settle-reports.server';
export { appeal } from './appeal.server';
export { hidingPage } from './hiding.query.server';
export { appealSanction } from './sanctions/appeal-sanction.server';
export { liftSanction } from './sanctions/end-sanction.server';
export { imposeSanction } from './sanctions/impose-sanction.server';
export { ownSanctions, sanctionPage, sanctionsForHiding } from './sanctions/sanction.query.server';

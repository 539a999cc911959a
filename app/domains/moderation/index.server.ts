export { barredAppeals } from './reports/barred-appeals.query.server';
export type { Because } from './grounds';
export { claimQueueItem, claimsOn, ensureNotClaimed, releaseQueueItem } from './queue/claim.server';
export { loggedDecision, moderationLog } from './log.query.server';
export type { LoggedDecision } from './log.query.server';
export { moderationStatistics } from './figures/figures.query.server';
export { moderationTable } from './figures/figures-table.query.server';
export { gatheredReports } from './queue/gathered-reports.query.server';
export type { GatheredReports } from './queue/gathered-reports.query.server';
export { moderatedAreas, queueItem, queueItemAbout, waitingSubjects } from './queue/queue.query.server';
export { moderationQueue, queueLights, queuePageSize } from './queue/queue-rows.query.server';
export type { QueueLight, QueueRow } from './queue/queue-rows.query.server';
export {
  closeQueueItems,
  emptyQueueItems,
  moveQueueItems,
  openQueueItem,
  retitleQueueItems,
  settleAllQueueItems,
  settleQueueItems,
} from './queue/queue.server';
export { recordDecision, reopenQueueItems } from './record-decision.server';
export { reportContent } from './reports/report-content.server';
export { settleReports } from './reports/settle-reports.server';
export { appeal } from './reports/appeal.server';
export { hidingPage } from './reports/hiding.query.server';
export { appealSanction } from './sanctions/appeal-sanction.server';
export { liftSanction } from './sanctions/end-sanction.server';
export { imposeSanction } from './sanctions/impose-sanction.server';
export { ownSanctions, sanctionPage, sanctionsForHiding } from './sanctions/sanction.query.server';

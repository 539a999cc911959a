export {
  countComment,
  enterBallot,
  expireProposals,
  leaveBallot,
  returnFromBallot,
} from './along-the-line.server';
export { decideReportedProposal } from './hide-proposal.server';
export { mergeProposals } from './merging/merge-proposals.server';
export type { MergedProposal } from './merging/merged.query.server';
export { undoMerge } from './merging/undo-merge.server';
export {
  listProposals,
  organisationProposals,
  ownDrafts,
  proposalCards,
  proposalsOfStatements,
  recentResults,
  reviewedProposals,
} from './lists/proposal-list.query.server';
export { dropThreshold, setThreshold, thresholdsPage } from './endorsing/threshold.server';
export { proposalPage } from './proposal-page.query.server';
export { isPublicProposal, publicAmong } from './visibility';

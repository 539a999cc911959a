export {
  countComment,
  enterBallot,
  expireProposals,
  leaveBallot,
  markProposalDone,
  markProposalEvaluated,
  leaveRefusedOrders,
  reopenProposal,
  returnFromBallot,
  startImplementation,
} from './along-the-line.server';
export { decideReportedProposal } from './hide-proposal.server';
export { linkableProposals, readableAmong } from './linkable-proposals.query.server';
export { mergeProposals } from './merge-proposals.server';
export type { MergedProposal } from './merged.query.server';
export { undoMerge } from './undo-merge.server';
export {
  listProposals,
  organisationProposals,
  ownDrafts,
  proposalCards,
  proposalsOfStatements,
  recentResults,
  reviewedProposals,
} from './proposal-list.query.server';
export { proposalPage } from './proposal-page.query.server';
export { isPublicProposal, proposalFactColumns, publicProposals, readableProposals } from './visibility';

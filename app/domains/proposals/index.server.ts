export {
  countComment,
  enterBallot,
  expireProposals,
  leaveBallot,
  markProposalDone,
  markProposalEvaluated,
  reopenProposal,
  returnFromBallot,
  startImplementation,
  watchDeadlines,
} from './along-the-line.server';
export { proposalCards, reviewedProposals } from './proposal-list.query.server';

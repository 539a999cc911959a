export {
  enterBallot,
  expireProposals,
  leaveBallot,
  markProposalDone,
  markProposalEvaluated,
  reopenProposal,
  returnFromBallot,
  startImplementation,
} from './along-the-line.server';
export { proposalCards, reviewedProposals } from './proposal-list.query.server';

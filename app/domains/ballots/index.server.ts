export { ballotsOfProposal, listBallots } from './ballot-list.query.server';
export type { BallotListItem } from './ballot-list.query.server';
export { openAndCloseDueBallots } from './due-ballots.server';
export { remindElectors } from './remind-electors.server';

export { ballotOfDecision } from './ballot-of-decision.server';
export { listBallots } from './ballot-list.query.server';
export type { BallotListItem } from './ballot-list.query.server';
export { clearRemainsOfBallots } from './clear-remains.server';
export { tellDueHelp } from './counter-notes.server';
export { openAndCloseDueBallots } from './due-ballots.server';

export { ballotsWithoutKey } from './lost-keys.query.server';
export { ballotOfDecision } from './organising/ballot-of-decision.server';
export { listBallots } from './ballot-list.query.server';
export type { BallotListItem } from './ballot-list.query.server';
export { clearRemainsOfBallots } from './counting/clear-remains.server';
export { tellDueHelp } from './paper/counter-notes.server';
export { openAndCloseDueBallots } from './organising/due-ballots.server';

import type { Stage } from '../stages';
import type { proposalLifecycle } from './lifecycle';

type State = (typeof proposalLifecycle.states)[number];

export const proposalStages: Readonly<Record<State, Stage>> = {
  draft: 'ended',
  gathering: 'waiting',
  review: 'working',
  voting: 'working',
  adopted: 'done',
  declined: 'refused',
  implementing: 'working',
  done: 'done',
  evaluated: 'done',
  withdrawn: 'ended',
  expired: 'held-up',
  merged: 'ended',
};

import type { Stage } from '../stages';
import type { feedbackLifecycle } from './lifecycle';

type State = (typeof feedbackLifecycle.states)[number];

export const feedbackStages: Readonly<Record<State, Stage>> = {
  submitted: 'waiting',
  dispatched: 'working',
  answered: 'done',
  solved: 'done',
  evaluated: 'done',
  refused: 'refused',
  withdrawn: 'ended',
};

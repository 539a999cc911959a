import { expect, it } from 'vitest';
import { lineSteps } from './line-steps';

const nothing = { hasBallot: false, hasCommitment: false, hasWorkOrder: false };
const states = (state: string, facts = nothing) =>
  lineSteps({ state, ...facts })
    .map((step) => step.state[0])
    .join('');

it('marks what is behind, where it stands and what is ahead', () => {
  expect(states('gathering')).toBe('dcaaaa');
  expect(states('voting')).toBe('ddcaaa');
  expect(states('implementing')).toBe('ddddca');
  expect(states('done')).toBe('dddddc');
  expect(states('evaluated')).toBe('dddddd');
});

it('has no current step where the line has ended', () => {
  expect(states('declined')).toBe('dddaaa');
  expect(states('expired', { ...nothing, hasCommitment: true })).toBe('ddaaaa');
});

it('shows an agreement that came before the decision as begun', () => {
  expect(states('review', { ...nothing, hasCommitment: true })).toBe('ddccaa');
});

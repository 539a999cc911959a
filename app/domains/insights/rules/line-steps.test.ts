import { expect, it } from 'vitest';
import { lineSteps } from './line-steps';
import type { LineKey } from './line-steps';

const states = (state: string, ...begun: LineKey[]) =>
  lineSteps({ state, begun: new Set(begun) })
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
  expect(states('declined')).toBe('ddelll');
  expect(states('expired', 'commitment')).toBe('dellll');
});

it('shows an agreement that came before the decision as begun', () => {
  expect(states('review', 'commitment')).toBe('ddccaa');
});

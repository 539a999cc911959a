import { expect, it } from 'vitest';
import { proposalLifecycle } from './lifecycle';
import { eventsFrom, finalStates, transitionFrom } from '~/lib/lifecycle';

it('ends only where the line ends', () => {
  expect(finalStates(proposalLifecycle)).toEqual(['declined', 'evaluated', 'withdrawn', 'expired']);
});

it('leads from a draft along the whole line', () => {
  const steps = [
    'publish',
    'reach-threshold',
    'enter-ballot',
    'win-ballot',
    'start',
    'finish',
    'evaluate',
  ] as const;
  const end = steps.reduce<string>(
    (state, step) => transitionFrom(proposalLifecycle, state, step)?.to ?? 'nowhere',
    'draft',
  );
  expect(end).toBe('evaluated');
});

it('asks for words where a person is refused something', () => {
  const bare = proposalLifecycle.transitions.filter(
    ({ to, requires }) => ['declined', 'withdrawn'].includes(to) && !requires,
  );
  expect(bare.map(({ event }) => event)).toEqual(['lose-ballot']);
});

it('lets every state be reached', () => {
  const reached = new Set(['draft']);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const state of [...reached])
      for (const event of eventsFrom(proposalLifecycle, state)) {
        const step = transitionFrom(proposalLifecycle, state, event);
        if (step) reached.add(step.to);
      }
  }
  expect(reached.size).toBe(proposalLifecycle.states.length);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workOrderStates } from '../lifecycle';
import { stageOfMatter, stepsBetween } from './matter-stage';
import { matterStages } from '../../taken-up';

it('is as far as the order that is least far, and refused orders decide nothing', () => {
  expect(stageOfMatter(['solved', 'accepted'])).toBe('working');
  expect(stageOfMatter(['rated', 'done', 'not-accepted'])).toBe('done');
  expect(stageOfMatter(['rated', 'archived'])).toBe('evaluated');
  expect(stageOfMatter(['not-accepted'])).toBeNull();
  const states = fc.array(fc.constantFrom(...workOrderStates), { minLength: 1 });
  fc.assert(
    fc.property(states, (list) => {
      const each = list.flatMap((state) => stageOfMatter([state]) ?? []);
      const least = Math.min(...each.map((stage) => matterStages.indexOf(stage)));
      expect(stageOfMatter([...list].reverse())).toBe(matterStages[least] ?? null);
    }),
  );
});

it('leads to each stage but back from evaluated', () => {
  expect(stepsBetween('working', 'evaluated')).toEqual(['finish', 'evaluate']);
  expect(stepsBetween('working', 'done')).toEqual(['finish']);
  expect(stepsBetween('done', 'working')).toEqual(['reopen']);
  expect(stepsBetween('done', 'evaluated')).toEqual(['evaluate']);
  for (const to of matterStages) expect(stepsBetween('evaluated', to)).toEqual([]);
});

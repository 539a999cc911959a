import { expect, it } from 'vitest';
import { rulesOf } from './organising/frozen-rules';
import { readChoice } from './casting/read-choice';
import { ballotKinds } from './vocabulary';

const budget = {
  fen: 100,
  rule: 'greedy-votes',
  completion: 'none',
  stopWhenExhaustive: false,
  paperFen: null,
};
const ballot = (kind: string) => ({
  kind,
  terms: JSON.stringify({ budget }),
  maximumChoices: null,
  quorumPercent: null,
  thresholdPercent: 50,
  percentageBase: 'votes',
});

it.each(ballotKinds)(
  'counts a ballot of kind %s by the rules of that kind, and reads its form so',
  (kind) => {
    expect(rulesOf(ballot(kind), [{ id: 'a' }], 1).kind).toBe(kind);
    expect(readChoice(kind, new FormData()).kind).toBe(kind);
  },
);

it('counts no ballot of a kind that it does not know as one of another', () => {
  expect(() => rulesOf(ballot('quadratic'), [{ id: 'a' }], 1)).toThrow(/quadratic/);
  expect(() => readChoice('quadratic', new FormData())).toThrow(/quadratic/);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotRules, BudgetRules, Choice } from './kinds';
import { tally } from './tally';
import { validateChoice } from './validate-choice';

const common = { options: ['a', 'b'], electorateSize: 5, quorum: null };
const accept = { threshold: { numerator: 1, denominator: 2 }, base: 'votes' as const };
const budget: BudgetRules = {
  kind: 'budget',
  ...common,
  projects: [
    { id: 'a', cost: '10.10' },
    { id: 'b', cost: '20.20' },
  ],
  budget: '100',
  rule: 'equal-shares-cost',
  completion: 'add1',
  stopWhenExhaustive: false,
  tieCriteria: ['lexico'],
  maximum: null,
  maximumCost: '30.30',
};
const all: BallotRules[] = [
  { kind: 'support', ...common, ...accept },
  { kind: 'single-choice', ...common, ...accept },
  { kind: 'approval', ...common, ...accept, maximum: 1 },
  { kind: 'ranking', ...common },
  { kind: 'score', ...common, minimum: 0, maximum: 5 },
  budget,
];

describe('validateChoice', () => {
  it.each([
    [{ kind: 'support', answers: { a: 'maybe' } }, 'malformed'],
    [{ kind: 'support', answers: { x: 'yes' } }, 'unknown-option'],
    [{ kind: 'approval', options: ['a', 'b'] }, 'too-many'],
    [{ kind: 'approval', options: 'a' }, 'malformed'],
    [{ kind: 'ranking', ranks: [['a'], ['a']] }, 'option-repeated'],
    [{ kind: 'ranking', ranks: ['a'] }, 'malformed'],
    [{ kind: 'score', scores: { a: 6 } }, 'score-out-of-range'],
    [{ kind: 'score', scores: { a: '5' } }, 'malformed'],
    [{ kind: 'budget', projects: ['a', 'x'] }, 'unknown-option'],
  ])('refuses %j: %s', (choice, reason) => {
    const rules = all.find((one) => one.kind === choice.kind);
    expect(rules && validateChoice(rules, choice as Choice)).toEqual({ ok: false, reason });
  });

  it('compares the cost of a paper exactly', () => {
    expect(validateChoice(budget, { kind: 'budget', projects: ['a', 'b'] })).toEqual({ ok: true });
    const tighter = { ...budget, maximumCost: '30.29' };
    expect(validateChoice(tighter, { kind: 'budget', projects: ['a', 'b'] })).toEqual({
      ok: false,
      reason: 'too-expensive',
    });
  });

  it('and the count survive whatever comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 4 }), fc.constantFrom(...all), (papers, rules) => {
        const disguised = papers.map((paper) =>
          typeof paper === 'object' && paper ? { ...paper, kind: rules.kind } : paper,
        );
        const { result } = tally([...papers, ...disguised] as Choice[], rules);
        expect(result.papers + result.invalid).toBe(papers.length * 2);
      }),
    );
  });
});

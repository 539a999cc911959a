import { describe, expect, it } from 'vitest';
import type { BudgetRules, Choice } from '../kinds';
import { tally } from '../tally';

const rules: BudgetRules = {
  kind: 'budget',
  options: ['9', '10', 'park', 'free'],
  electorateSize: 8,
  quorum: null,
  projects: [
    { id: '9', cost: '40' },
    { id: '10', cost: '40' },
    { id: 'park', cost: '60.5' },
    { id: 'free', cost: '0' },
  ],
  budget: '100',
  rule: 'greedy-votes',
  completion: 'none',
  stopWhenExhaustive: false,
  tieCriteria: ['lexico'],
  maximum: null,
};
const paper = (...projects: string[]): Choice => ({ kind: 'budget', projects });
const papers = [paper('9', 'park'), paper('9', 'park'), paper('10', 'park'), paper('10', 'free')];
const winners = (terms: Partial<BudgetRules>) => tally(papers, { ...rules, ...terms }).result.winners;

describe('budget ballots', () => {
  it('greedy by votes skips what does not fit', () => {
    expect(winners({})).toEqual(['park', 'free']);
    expect(winners({ budget: '80' })).toEqual(['park', 'free']);
    expect(winners({ budget: '60' })).toEqual(['10', 'free']);
  });

  it('breaks ties as the rule says, and names them: ids are text', () => {
    expect(tally(papers, { ...rules, rule: 'greedy-votes-per-cost' }).result).toMatchObject({
      winners: ['free', '10', '9'],
      ties: [{ options: ['10', '9'], decidedBy: 'lexico' }],
    });
    const seeds = Array.from(
      { length: 30 },
      (_, seed) =>
        winners({ budget: '60', tieCriteria: ['draw'], ties: { kind: 'draw', seed: `${seed}` } })[0],
    );
    expect(new Set(seeds)).toEqual(new Set(['9', '10']));
  });

  it('equal shares funds at once what costs nothing and is wanted', () => {
    const { result } = tally(papers, { ...rules, rule: 'equal-shares-cost' });
    expect(result.winners).toEqual(['free', 'park']);
    expect(result.rounds[0]).toMatchObject({ project: 'free', phase: 'zero-cost' });
    expect(result.rounds[1]).toMatchObject({
      project: 'park',
      phase: 'equal-shares',
      payments: [{ voters: 3, from: '20.166667', to: '20.166667' }],
      effectiveVotes: '3',
      remaining: '39.5',
    });
  });

  it('explains why a project lost', () => {
    const { result } = tally(papers, { ...rules, rule: 'equal-shares-cost' });
    expect(result.projects.find((one) => one.project === '9')).toMatchObject({
      selected: false,
      votes: 2,
      loss: 'supporters-short',
      available: '9.666667',
      fewerVotesButFunded: ['free'],
    });
  });

  it('leaves out what is excluded, and keeps the limits of groups', () => {
    expect(winners({ excluded: ['park'] })).toEqual(['10', '9', 'free']);
    const group = { id: 'g', projects: ['9', '10'] };
    expect(winners({ excluded: ['park'], groups: [{ ...group, maximum: 1 }] })).toEqual(['10', 'free']);
    expect(winners({ excluded: ['park'], groups: [{ ...group, budget: '79.99' }] })).toEqual(['10', 'free']);
    const shares = tally(papers, {
      ...rules,
      rule: 'equal-shares-cost',
      completion: 'add1',
      groups: [{ ...group, maximum: 1 }],
      budget: '1000',
    });
    expect(shares.result.winners).toEqual(['free', 'park', '10']);
    expect(shares.result.projects.find((one) => one.project === '9')?.loss).toBe('group-full');
  });

  it('funds nothing below the quorum', () => {
    const { result } = tally(papers, { ...rules, quorum: { numerator: 3, denominator: 4 } });
    expect(result).toMatchObject({ quorumReached: false, winners: [] });
  });

  it('takes the greedy outcome where more voters prefer it and the rules ask', () => {
    const many = [
      ...Array.from({ length: 6 }, () => paper('park')),
      ...Array.from({ length: 5 }, () => paper('9', '10')),
    ];
    const terms: BudgetRules = { ...rules, rule: 'equal-shares-cost', comparison: 'greedy-votes' };
    expect(tally(many, terms).result.comparison).toEqual({ equalShares: 5, greedy: 6, taken: 'greedy' });
    expect(tally(many, { ...terms, comparison: 'none' }).result.comparison).toBeNull();
  });

  it('counts huge and fine amounts exactly', () => {
    const huge = '123456789012345678901234567890';
    const { result } = tally([paper('9'), paper('10')], {
      ...rules,
      rule: 'equal-shares-cost',
      completion: 'add1',
      projects: [
        { id: '9', cost: `${huge}.01` },
        { id: '10', cost: huge },
      ],
      budget: `${huge}.00`,
    });
    expect(result).toMatchObject({ winners: ['10'], cost: huge, stoppedBecause: 'next-would-overspend' });
  });

  it.each(['greedy-votes', 'equal-shares-cost', 'equal-shares-cardinality'] as const)(
    '%s counts no papers, and only blank ones',
    (rule) => {
      expect(tally([], { ...rules, rule, completion: 'add1' }).result.papers).toBe(0);
      const rounds = (asked: object) =>
        tally([paper()], { ...rules, rule, completion: 'add1', ...asked }).result.rounds;
      expect(rounds({})).toEqual([]);
      // As the reference implementations count files.
      expect(rounds({ ofFile: true }).length).toBe(rule === 'greedy-votes' ? 3 : 0);
    },
  );
});

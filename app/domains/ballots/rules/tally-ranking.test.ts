import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice, RankingRules, ScoreRules } from './kinds';
import { tally } from './tally';

const ranking: RankingRules = {
  kind: 'ranking',
  options: ['A', 'B', 'C', 'D', 'E'],
  electorateSize: 100,
  quorum: null,
};

const ranked = (order: string, times: number): Choice[] =>
  Array.from({ length: times }, () => ({
    kind: 'ranking',
    ranks: order.split('>').map((tier) => tier.split('=')),
  }));

/** Example 1 of Schulze, "A new monotonic, clone-independent, reversal symmetric …" as Wikipedia retells it: 45 voters. */
const known = [
  ...ranked('A>C>B>E>D', 5),
  ...ranked('A>D>E>C>B', 5),
  ...ranked('B>E>D>A>C', 8),
  ...ranked('C>A>B>E>D', 3),
  ...ranked('C>A>E>B>D', 7),
  ...ranked('C>B>A>D>E', 2),
  ...ranked('D>C>E>B>A', 7),
  ...ranked('E>B>A>D>C', 8),
];

describe('ranking by Schulze', () => {
  it('gives the known pairwise table, paths and order', () => {
    const { result } = tally(known, ranking);
    expect(result.pairwise).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    expect(result.paths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    expect(result.order).toEqual(['E', 'A', 'C', 'B', 'D']);
    expect(result.winners).toEqual(['E']);
  });

  it('orders example 1 of Schulze (2011) as published: d > a > c > b', () => {
    const papers = [
      ...ranked('a>c>d>b', 8),
      ...ranked('b>a>d>c', 2),
      ...ranked('c>d>b>a', 4),
      ...ranked('d>b>a>c', 4),
      ...ranked('d>c>b>a', 3),
    ];
    const { result } = tally(papers, { ...ranking, options: ['a', 'b', 'c', 'd'] });
    expect(result.paths).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ]);
    expect(result).toMatchObject({ order: ['d', 'a', 'c', 'b'], winners: ['d'], ties: [] });
  });

  it('elects the capital of Tennessee that beats each other one', () => {
    const papers = [
      ...ranked('Memphis>Nashville>Chattanooga>Knoxville', 42),
      ...ranked('Nashville>Chattanooga>Knoxville>Memphis', 26),
      ...ranked('Chattanooga>Knoxville>Nashville>Memphis', 15),
      ...ranked('Knoxville>Chattanooga>Nashville>Memphis', 17),
    ];
    const options = ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'];
    const { order } = tally(papers, { ...ranking, options }).result;
    expect(order).toEqual(['Nashville', 'Chattanooga', 'Knoxville', 'Memphis']);
  });

  it('ranks the unranked last and equal', () => {
    const { result } = tally(ranked('B', 3), ranking);
    expect(result.order[0]).toBe('B');
    expect(result.ties).toEqual([{ options: ['A', 'C', 'D', 'E'], decidedBy: 'order' }]);
  });

  const orders = fc.array(fc.shuffledSubarray(['A', 'B', 'C', 'D']), { minLength: 1, maxLength: 9 });
  const four = { ...ranking, options: ['A', 'B', 'C', 'D'] };
  const papersOf = (lists: string[][]): Choice[] =>
    lists.map((list) => ({ kind: 'ranking', ranks: list.map((id) => [id]) }));

  it('elects whoever beats all others in pairs', () => {
    fc.assert(
      fc.property(orders, (lists) => {
        const { pairwise, winners } = tally(papersOf(lists), four).result;
        const champion = four.options.find((_, i) =>
          four.options.every((__, j) => i === j || (pairwise[i]?.[j] ?? 0) > (pairwise[j]?.[i] ?? 0)),
        );
        if (champion !== undefined) expect(winners).toEqual([champion]);
      }),
    );
  });

  it('never harms a sole winner that a voter moves to the top', () => {
    fc.assert(
      fc.property(orders, fc.nat(), (lists, at) => {
        const before = tally(papersOf(lists), four).result;
        const winner = before.winners[0] ?? '';
        // Blank papers alone elect nobody.
        fc.pre(winner !== '');
        fc.pre(!before.ties.some((tie) => tie.options.includes(winner)));
        const raised = lists.map((list, index) =>
          index === at % lists.length ? [winner, ...list.filter((id) => id !== winner)] : list,
        );
        expect(tally(papersOf(raised), four).result.winners).toEqual([winner]);
      }),
    );
  });
});

describe('score', () => {
  const rules: ScoreRules = {
    kind: 'score',
    options: ['a', 'b'],
    electorateSize: 9,
    quorum: null,
    minimum: -2,
    maximum: 2,
  };
  const scored = (scores: Record<string, number>): Choice => ({ kind: 'score', scores });

  it('sums scores and takes silence for the minimum', () => {
    const { result } = tally(
      [scored({ a: 2, b: 1 }), scored({ b: 2 }), scored({ a: 3 }), scored({ a: 0.5 })],
      rules,
    );
    expect(result).toMatchObject({ papers: 2, invalid: 2, winners: ['b'] });
    expect(result.options).toEqual([
      {
        option: 'a',
        sum: 0,
        counts: { 2: 1, [-2]: 1 },
        mean: { numerator: 0, denominator: 2 },
        accepted: false,
      },
      { option: 'b', sum: 3, counts: { 1: 1, 2: 1 }, mean: { numerator: 3, denominator: 2 }, accepted: true },
    ]);
  });
});

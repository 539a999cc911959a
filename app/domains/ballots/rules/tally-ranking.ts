import { sortByScore } from './acceptance';
import { openCount } from './open-count';
import type { Choice, RankingRules } from './kinds';
import type { RankingResult, TallyOutcome } from './outcome';

type RankingPaper = Extract<Choice, { kind: 'ranking' }>;

/**
 * The Schulze method (Schulze 2011) with winning votes: i stands before j when the strongest path from i to j
 * is stronger than the one back. Options that a paper does not rank stand equal, below all that it ranks.
 */
export function tallyRanking(ballots: Choice[], rules: RankingRules): TallyOutcome<RankingResult> {
  const { papers, common, steps, decides } = openCount(ballots, rules);
  const pairwise = pairwisePreferences(papers, rules.options);
  const paths = strongestPaths(pairwise);
  const indexes = rules.options.map((_, index) => index);
  const beaten = (i: number) => indexes.filter((j) => at(paths, i, j) > at(paths, j, i)).length;
  const scores = new Map(rules.options.map((option, index) => [option, beaten(index)]));
  const { order, ties } = sortByScore(rules, rules.options, (option) => scores.get(option) ?? 0);
  const winners = decides ? order.slice(0, rules.seats ?? 1) : [];
  for (const tie of ties) {
    steps.push({ step: 'tie-broken', values: { options: tie.options.join(', '), decidedBy: tie.decidedBy } });
  }
  order.forEach((option, place) => {
    steps.push({
      step: 'option-placed',
      values: { option, place: place + 1, beats: scores.get(option) ?? 0 },
    });
  });
  const options = rules.options.map((option) => ({
    option,
    place: order.indexOf(option) + 1,
    accepted: winners.includes(option),
  }));
  return { result: { kind: 'ranking', ...common, winners, ties, order, pairwise, paths, options }, steps };
}

function pairwisePreferences(papers: RankingPaper[], options: string[]): number[][] {
  const table = options.map(() => options.map(() => 0));
  for (const paper of papers) {
    const rank = new Map(
      paper.ranks.flatMap((tier, index) => tier.map((option) => [option, index] as const)),
    );
    const ranks = options.map((option) => rank.get(option) ?? Number.POSITIVE_INFINITY);
    table.forEach((row, i) => {
      row.forEach((count, j) => {
        if ((ranks[i] ?? 0) < (ranks[j] ?? 0)) row[j] = count + 1;
      });
    });
  }
  return table;
}

/** Widest paths by Floyd and Warshall's scheme. */
function strongestPaths(pairwise: number[][]): number[][] {
  const size = pairwise.length;
  const paths = pairwise.map((row, i) => row.map((count, j) => (count > at(pairwise, j, i) ? count : 0)));
  for (let via = 0; via < size; via += 1) {
    for (let from = 0; from < size; from += 1) {
      const row = paths[from];
      if (from === via || !row) continue;
      for (let to = 0; to < size; to += 1) {
        if (to === via || to === from) continue;
        row[to] = Math.max(at(paths, from, to), Math.min(at(paths, from, via), at(paths, via, to)));
      }
    }
  }
  return paths;
}

function at(table: number[][], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}

import { sortByScore } from './acceptance';
import { openCount } from './open-count';
import type { Choice, ScoreRules } from './kinds';
import type { ScoreResult, TallyOutcome } from './outcome';

/** Sums of scores; an option that a paper does not score gets the minimum, so that silence never helps. */
export function tallyScore(ballots: Choice[], rules: ScoreRules): TallyOutcome<ScoreResult> {
  const { papers, common, steps, decides } = openCount(ballots, rules);
  const counted = rules.options.map((option) => {
    const counts: Record<number, number> = {};
    let sum = 0;
    for (const paper of papers) {
      const score = Object.hasOwn(paper.scores, option)
        ? (paper.scores[option] ?? rules.minimum)
        : rules.minimum;
      counts[score] = (counts[score] ?? 0) + 1;
      sum += score;
    }
    return { option, sum, counts };
  });
  const sums = new Map(counted.map(({ option, sum }) => [option, sum]));
  const { order, ties } = sortByScore(rules, rules.options, (option) => sums.get(option) ?? 0);
  const winners = decides ? order.slice(0, rules.seats ?? 1) : [];
  for (const tie of ties) {
    steps.push({ step: 'tie-broken', values: { options: tie.options.join(', '), decidedBy: tie.decidedBy } });
  }
  order.forEach((option, place) => {
    steps.push({ step: 'option-placed', values: { option, place: place + 1, sum: sums.get(option) ?? 0 } });
  });
  const options = counted.map((one) => ({
    ...one,
    mean: { numerator: one.sum, denominator: papers.length },
    accepted: winners.includes(one.option),
  }));
  return { result: { kind: 'score', ...common, winners, ties, options }, steps };
}

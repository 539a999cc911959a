import { baseCount, reachesThreshold, sortByScore } from './acceptance';
import { openCount } from './open-count';
import type { ApprovalRules, Choice, SingleChoiceRules } from './kinds';
import type { ChoiceResult, OptionResult, TallyOutcome } from './outcome';

/**
 * Single choice: the option with most votes wins if it reaches the threshold. Approval: all options that
 * reach it win, at most `seats`. Blank papers are votes that abstain.
 */
export function tallyChoices(
  ballots: Choice[],
  rules: SingleChoiceRules | ApprovalRules,
): TallyOutcome<ChoiceResult> {
  const { papers, common, steps, decides } = openCount(ballots, rules);
  const lists = papers.map((paper) => chosenOptions(paper));
  const votes = new Map(rules.options.map((option) => [option, 0]));
  for (const option of lists.flat()) votes.set(option, (votes.get(option) ?? 0) + 1);
  const blank = lists.filter((list) => list.length === 0).length;
  const denominator = baseCount(rules.base, {
    papers: papers.length,
    abstentions: blank,
    electorate: rules.electorateSize,
  });
  const reaching = rules.options.filter(
    (option) => decides && reachesThreshold(votes.get(option) ?? 0, denominator, rules.threshold),
  );
  const { order, ties } = sortByScore(rules, reaching, (option) => votes.get(option) ?? 0);
  const winners = order.slice(0, seatsOf(rules));
  const options: OptionResult[] = rules.options.map((option) => ({
    option,
    votes: votes.get(option) ?? 0,
    share: { numerator: votes.get(option) ?? 0, denominator },
    base: rules.base,
    accepted: winners.includes(option),
  }));
  for (const tie of ties) {
    steps.push({ step: 'tie-broken', values: { options: tie.options.join(', '), decidedBy: tie.decidedBy } });
  }
  for (const { option, votes: count, accepted } of options) {
    steps.push({
      step: accepted ? 'option-accepted' : 'option-rejected',
      values: { option, votes: count, of: denominator },
    });
  }
  return { result: { kind: rules.kind, ...common, winners, ties, options, blank }, steps };
}

function chosenOptions(paper: Extract<Choice, { kind: 'single-choice' | 'approval' }>): string[] {
  if (paper.kind === 'approval') return paper.options;
  return paper.option === null ? [] : [paper.option];
}

function seatsOf(rules: SingleChoiceRules | ApprovalRules): number {
  if (rules.kind === 'single-choice') return 1;
  return rules.seats ?? rules.options.length;
}

import { baseCount, reachesThreshold, sortByScore } from './acceptance';
import { openCount } from './open-count';
import type { Choice, SupportAnswer, SupportRules } from './kinds';
import type { SupportOptionResult, SupportResult, TallyOutcome } from './outcome';

/**
 * Yes, no and abstentions of each option. An option that a paper leaves out counts as an abstention.
 * Every option is accepted or not by itself; ties only decide the order in which winners are listed.
 */
export function tallySupport(ballots: Choice[], rules: SupportRules): TallyOutcome<SupportResult> {
  const { papers, common, steps, decides } = openCount(ballots, rules);
  const answers = new Map(rules.options.map((option) => [option, { yes: 0, no: 0, abstain: 0 }]));
  for (const paper of papers) {
    for (const [option, counts] of answers) counts[answerOf(paper, option)] += 1;
  }
  const options: SupportOptionResult[] = rules.options.map((option) => {
    const counts = answers.get(option) ?? { yes: 0, no: 0, abstain: 0 };
    const denominator = baseCount(rules.base, {
      papers: papers.length,
      abstentions: counts.abstain,
      electorate: rules.electorateSize,
    });
    const accepted = decides && reachesThreshold(counts.yes, denominator, rules.threshold);
    const share = { numerator: counts.yes, denominator };
    return { option, votes: counts.yes, answers: counts, share, base: rules.base, accepted };
  });
  for (const { option, votes, share, accepted } of options) {
    steps.push({
      step: accepted ? 'option-accepted' : 'option-rejected',
      values: { option, votes, of: share.denominator },
    });
  }
  const accepted = options.filter((one) => one.accepted);
  const votes = new Map(accepted.map((one) => [one.option, one.votes]));
  const { order, ties } = sortByScore(rules, [...votes.keys()], (option) => votes.get(option) ?? 0);
  return { result: { kind: 'support', ...common, winners: order, ties, options }, steps };
}

function answerOf(paper: Extract<Choice, { kind: 'support' }>, option: string): SupportAnswer {
  return Object.hasOwn(paper.answers, option) ? (paper.answers[option] ?? 'abstain') : 'abstain';
}

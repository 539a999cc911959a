import { reachesQuorum } from './acceptance';
import type { BallotRules, Choice, RulesKind } from './kinds';
import { isVote } from './has-votes';
import type { CommonResult } from './common-result';
import type { TallyStep } from './outcome';
import { choiceValidator } from './validate-choice';

type PaperOf<Kind extends RulesKind> = Extract<Choice, { kind: Kind }>;

/**
 * What every count begins with: sets papers aside that the rules do not allow, and looks at the quorum.
 * A paper set aside is counted as invalid and for nothing else. `decides`: something may win. Where no paper is a vote, none
 * valid or all blank, nothing is accepted, elected or funded, whatever the rule and its quorum.
 */
export function openCount<Rules extends BallotRules>(ballots: Choice[], rules: Rules) {
  const validate = choiceValidator(rules);
  const papers = ballots.filter((paper): paper is PaperOf<Rules['kind']> => validate(paper).ok);
  const quorumReached = reachesQuorum(papers.length, rules.electorateSize, rules.quorum);
  const common: Omit<CommonResult, 'winners' | 'ties'> = {
    papers: papers.length,
    invalid: ballots.length - papers.length,
    electorateSize: rules.electorateSize,
    turnout: { numerator: papers.length, denominator: rules.electorateSize },
    quorumReached,
  };
  const steps: TallyStep[] = [
    { step: 'papers-counted', values: { papers: common.papers, invalid: common.invalid } },
  ];
  if (rules.quorum) {
    const { numerator, denominator } = rules.quorum;
    const values = { papers: papers.length, electorate: rules.electorateSize, numerator, denominator };
    steps.push({ step: quorumReached ? 'quorum-reached' : 'quorum-missed', values });
  }
  const voted = rules.ofFile === true || papers.some((paper) => isVote(rules, paper));
  return { papers, common, steps, voted, decides: quorumReached && voted };
}

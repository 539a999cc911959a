import { tallyBudget } from './budget/tally-budget';
import { tallyChoices } from './tally-choices';
import { tallyRanking } from './tally-ranking';
import { tallyScore } from './tally-score';
import { tallySupport } from './tally-support';
import type { BallotRules, Choice } from './kinds';
import type { ResultOf, TallyOutcome } from './outcome';

export type { TallyOutcome } from './outcome';

/**
 * Counts the papers by the rules: the same papers and rules give the same outcome everywhere, in any order
 * of the papers. Papers that the rules do not allow are counted as invalid. Pure; see docs/counting.md.
 */
export function tally<Rules extends BallotRules>(
  ballots: Choice[],
  rules: Rules,
): TallyOutcome<ResultOf<Rules['kind']>> {
  return tallyByKind(ballots, rules) as TallyOutcome<ResultOf<Rules['kind']>>;
}

function tallyByKind(ballots: Choice[], rules: BallotRules): TallyOutcome {
  switch (rules.kind) {
    case 'support':
      return tallySupport(ballots, rules);
    case 'single-choice':
    case 'approval':
      return tallyChoices(ballots, rules);
    case 'ranking':
      return tallyRanking(ballots, rules);
    case 'score':
      return tallyScore(ballots, rules);
    case 'budget':
      return tallyBudget(ballots, rules);
  }
}

import type { BallotRules, Choice } from './kinds';
import type { TallyResult } from './outcome';

/** Whether a paper that the rules allow is for or against something: what ranks or scores all alike is not. */
export function isVote(rules: BallotRules, choice: Choice): boolean {
  switch (choice.kind) {
    case 'support':
      return Object.values(choice.answers).some((answer) => answer !== 'abstain');
    case 'single-choice':
      return choice.option !== null;
    case 'approval':
      return choice.options.length > 0;
    case 'ranking': {
      const ranked = choice.ranks.filter((tier) => tier.length > 0);
      const unranked = rules.options.length - ranked.flat().length;
      return ranked.length > 0 && (ranked.length > 1 || unranked > 0 || rules.options.length === 1);
    }
    case 'score':
      return Object.values(choice.scores).some((score) => rules.kind === 'score' && score > rules.minimum);
    case 'budget':
      return (choice.points ?? choice.projects).some((given) => !/^0*(\.0*)?$/.test(given));
  }
}

/**
 * The same of what was counted: whether any paper was a vote. Where none is nothing is accepted, elected or funded: the
 * order that breaks ties decides between votes, not in their place. The portal's scores begin at 0.
 */
export function hasVotes(result: TallyResult): boolean {
  const { papers } = result;
  if (papers === 0) return false;
  switch (result.kind) {
    case 'support':
      return result.options.some(({ answers: { yes, no } }) => yes + no > 0);
    case 'ranking':
      // Of a single option papers prefer nothing to it.
      return result.options.length === 1 || result.pairwise.some((row) => row.some((count) => count > 0));
    case 'score':
      return result.options.some(({ sum }) => sum > 0);
    case 'budget':
      return result.projects.some(({ votes, points }) => (points === undefined ? votes : Number(points)) > 0);
    default:
      return result.options.some(({ votes }) => votes > 0);
  }
}

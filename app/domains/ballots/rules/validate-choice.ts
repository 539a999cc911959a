import type { BallotRules, BudgetRules, Choice, ScoreRules } from './kinds';
import { compareAmounts, parseAmount, sumAmounts } from './budget/amounts';

/** Keys of reasons: `wrong-kind`, `unknown-option`, `option-repeated`, `too-many`, `too-expensive`, `score-out-of-range`, `malformed`. */
export type ChoiceFault =
  | 'wrong-kind'
  | 'unknown-option'
  | 'option-repeated'
  | 'too-many'
  | 'too-expensive'
  | 'score-out-of-range'
  | 'malformed';

export type ChoiceVerdict = { ok: true } | { ok: false; reason: ChoiceFault };

const valid: ChoiceVerdict = { ok: true };

function fault(reason: ChoiceFault): ChoiceVerdict {
  return { ok: false, reason };
}

/** Whether a paper may be cast under the rules; anything may come in, also what was never a paper. */
export function validateChoice(rules: BallotRules, choice: Choice): ChoiceVerdict {
  if (typeof choice !== 'object' || choice === null) return fault('malformed');
  if (choice.kind === 'support' && rules.kind === 'support')
    return validateAnswers(rules.options, choice.answers);
  if (choice.kind === 'single-choice' && rules.kind === 'single-choice') {
    return choice.option === null ? valid : validateList(rules.options, [choice.option], 1);
  }
  if (choice.kind === 'approval' && rules.kind === 'approval') {
    return validateList(rules.options, choice.options, rules.maximum);
  }
  if (choice.kind === 'ranking' && rules.kind === 'ranking') {
    if (!Array.isArray(choice.ranks) || !choice.ranks.every(Array.isArray)) return fault('malformed');
    return validateList(rules.options, choice.ranks.flat(), rules.options.length);
  }
  if (choice.kind === 'score' && rules.kind === 'score') return validateScores(rules, choice.scores);
  if (choice.kind === 'budget' && rules.kind === 'budget') return validateBudget(rules, choice.projects);
  return fault('wrong-kind');
}

function validateAnswers(options: string[], answers: Record<string, unknown>): ChoiceVerdict {
  if (typeof answers !== 'object' || answers === null) return fault('malformed');
  for (const [option, answer] of Object.entries(answers)) {
    if (!options.includes(option)) return fault('unknown-option');
    if (answer !== 'yes' && answer !== 'no' && answer !== 'abstain') return fault('malformed');
  }
  return valid;
}

function validateList(options: string[], chosen: unknown, maximum: number): ChoiceVerdict {
  if (!Array.isArray(chosen)) return fault('malformed');
  if (!chosen.every((option) => typeof option === 'string')) return fault('malformed');
  if (!chosen.every((option) => options.includes(option))) return fault('unknown-option');
  if (new Set(chosen).size !== chosen.length) return fault('option-repeated');
  return chosen.length > maximum ? fault('too-many') : valid;
}

function validateScores(rules: ScoreRules, scores: Record<string, unknown>): ChoiceVerdict {
  if (typeof scores !== 'object' || scores === null) return fault('malformed');
  for (const [option, score] of Object.entries(scores)) {
    if (!rules.options.includes(option)) return fault('unknown-option');
    if (typeof score !== 'number' || !Number.isInteger(score)) return fault('malformed');
    if (score < rules.minimum || score > rules.maximum) return fault('score-out-of-range');
  }
  return valid;
}

function validateBudget(rules: BudgetRules, projects: unknown): ChoiceVerdict {
  const verdict = validateList(rules.options, projects, rules.maximum ?? rules.options.length);
  if (!verdict.ok || rules.maximumCost === null || rules.maximumCost === undefined) return verdict;
  const chosen = new Set(projects as string[]);
  const costs = rules.projects.filter((project) => chosen.has(project.id)).map((project) => project.cost);
  const total = sumAmounts(costs.map(parseAmount));
  return compareAmounts(total, parseAmount(rules.maximumCost)) > 0 ? fault('too-expensive') : valid;
}

import type { BallotRules, BudgetRules, Choice } from './kinds';
import { compareAmounts, parseAmount, sumAmounts } from './budget/amounts';
import { parsePoints } from './budget/points';

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
  return choiceValidator(rules)(choice);
}

/** The same for many papers: what depends on the rules alone is worked out once. */
export function choiceValidator(rules: BallotRules): (choice: Choice) => ChoiceVerdict {
  const options = new Set(rules.options);
  const tooExpensive = rules.kind === 'budget' ? costCheck(rules) : () => false;
  return (choice) => {
    if (typeof choice !== 'object' || choice === null) return fault('malformed');
    if (choice.kind !== rules.kind) return fault('wrong-kind');
    if (choice.kind === 'support') return validateAnswers(options, choice.answers);
    if (choice.kind === 'score') return validateScores(options, choice.scores, rules);
    const list = listOf(choice);
    if (!list) return fault('malformed');
    if (rules.kind === 'budget' && rules.voteType === 'points' && !hasPoints(choice, list.length))
      return fault('malformed');
    const verdict = validateList(options, list, mostOn(rules));
    return verdict.ok && tooExpensive(list as string[]) ? fault('too-expensive') : verdict;
  };
}

/** Nothing is marked: the paper would count as a vote and say nothing. An abstention that was marked says something. */
export function isBlank(choice: Choice): boolean {
  if (choice.kind === 'support') return Object.keys(choice.answers).length === 0;
  if (choice.kind === 'score') return Object.keys(choice.scores).length === 0;
  return listOf(choice)?.length === 0;
}

function listOf(choice: Exclude<Choice, { kind: 'support' | 'score' }>): unknown[] | null {
  if (choice.kind === 'single-choice') return choice.option === null ? [] : [choice.option];
  const list: unknown =
    choice.kind === 'ranking' ? choice.ranks : choice.kind === 'approval' ? choice.options : choice.projects;
  if (!Array.isArray(list)) return null;
  if (choice.kind !== 'ranking') return list;
  return list.every(Array.isArray) ? list.flat() : null;
}

/** Whether the paper gives each of its projects points. */
function hasPoints(choice: Choice, length: number): boolean {
  const points: unknown = choice.kind === 'budget' ? choice.points : null;
  if (!Array.isArray(points)) return length === 0;
  return points.length === length && points.every(isPoints);
}

function isPoints(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  try {
    parsePoints(text);
    return true;
  } catch {
    return false;
  }
}

function mostOn(rules: BallotRules): number {
  if (rules.kind === 'approval') return rules.maximum;
  return rules.kind === 'budget' ? (rules.maximum ?? rules.options.length) : rules.options.length;
}

function validateAnswers(options: Set<string>, answers: Record<string, unknown>): ChoiceVerdict {
  if (typeof answers !== 'object' || answers === null) return fault('malformed');
  for (const [option, answer] of Object.entries(answers)) {
    if (!options.has(option)) return fault('unknown-option');
    if (answer !== 'yes' && answer !== 'no' && answer !== 'abstain') return fault('malformed');
  }
  return valid;
}

function validateList(options: Set<string>, chosen: unknown[], maximum: number): ChoiceVerdict {
  for (const option of chosen) {
    if (typeof option !== 'string') return fault('malformed');
    if (!options.has(option)) return fault('unknown-option');
  }
  if (new Set(chosen).size !== chosen.length) return fault('option-repeated');
  return chosen.length > maximum ? fault('too-many') : valid;
}

function validateScores(
  options: Set<string>,
  scores: Record<string, unknown>,
  rules: BallotRules,
): ChoiceVerdict {
  if (typeof scores !== 'object' || scores === null || rules.kind !== 'score') return fault('malformed');
  for (const [option, score] of Object.entries(scores)) {
    if (!options.has(option)) return fault('unknown-option');
    if (typeof score !== 'number' || !Number.isInteger(score)) return fault('malformed');
    if (score < rules.minimum || score > rules.maximum) return fault('score-out-of-range');
  }
  return valid;
}

function costCheck(rules: BudgetRules): (chosen: string[]) => boolean {
  if (rules.maximumCost === null || rules.maximumCost === undefined) return () => false;
  const most = parseAmount(rules.maximumCost);
  const costs = new Map(rules.projects.map(({ id, cost }) => [id, parseAmount(cost)]));
  return (chosen) => compareAmounts(sumAmounts(chosen.flatMap((id) => costs.get(id) ?? [])), most) > 0;
}

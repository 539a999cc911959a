import type { BallotRules, BudgetRules, Choice } from './kinds';
import { compareAmounts, parseAmount, sumAmounts } from './budget/amounts';
import { parsePoints } from './budget/points';
import { pointsFault } from './budget/points-fault';
import type { PointsFault } from './budget/points-fault';

export type ChoiceFault =
  | 'wrong-kind'
  | 'unknown-option'
  | 'option-repeated'
  | 'too-many'
  | 'too-expensive'
  | 'score-out-of-range'
  | 'rank-repeated'
  | PointsFault['reason']
  | 'malformed';

export type ChoiceVerdict =
  | { ok: true }
  | {
      ok: false;
      reason: ChoiceFault;
      /** The option at which it is wrong, where it is one alone. */
      option?: string;
      /** Numbers for the words of the reason. */
      params?: Record<string, number>;
    };

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
    const verdict = validateList(options, list, mostOn(rules));
    if (rules.kind !== 'budget') return verdict;
    if (!isOfVoteType(rules, choice, list.length)) return fault('malformed');
    if (!verdict.ok) return verdict;
    const wrong = budgetFault(rules, choice);
    if (wrong) return wrong;
    return tooExpensive(list as string[]) ? fault('too-expensive') : valid;
  };
}

/** Points where papers give them, and nowhere else. */
function isOfVoteType({ voteType, pointLimits }: BudgetRules, choice: Choice, length: number): boolean {
  if (voteType !== 'points') return choice.kind !== 'budget' || choice.points === undefined;
  if (!hasPoints(choice, length)) return false;
  // Within limits what is no number of points is said at its field.
  return pointLimits !== undefined || choice.kind !== 'budget' || (choice.points ?? []).every(isPoints);
}

/** What only papers with ranks or points can have wrong. */
function budgetFault(rules: BudgetRules, choice: Choice): ChoiceVerdict | null {
  if (choice.kind !== 'budget') return null;
  const [tied] = Array.isArray(choice.tied) ? choice.tied : [];
  if (tied !== undefined) return { ok: false, reason: 'rank-repeated', option: tied };
  const wrong = rules.pointLimits ? pointsFault(choice, rules.pointLimits) : null;
  return wrong && { ok: false, ...wrong };
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

/** Whether the paper says something of the points of each of its projects. */
function hasPoints(choice: Choice, length: number): boolean {
  const points: unknown = choice.kind === 'budget' ? choice.points : null;
  if (!Array.isArray(points)) return length === 0;
  return points.length === length && points.every((text) => typeof text === 'string');
}

function isPoints(text: string): boolean {
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

import type { BallotRules, BudgetRules, BudgetTieCriterion, TieRule } from './rules/kinds';
import { readTerms, yuanText } from './terms';
import type { BallotTerms } from './terms';
import type { TieRuleName } from './vocabulary';

export interface BallotRow {
  kind: string;
  terms: string;
  maximumChoices: number | null;
  quorumPercent: number | null;
  thresholdPercent: number;
  percentageBase: string;
}

export interface OptionRow {
  id: string;
  costFen?: bigint | number | null;
  groupName?: string | null;
}

/** Where lots decide, the seed is empty until voting is over: see docs/decisions on the seed of ties. */
const tiesOf: Record<TieRuleName, TieRule> = {
  order: { kind: 'order' },
  cheaper: { kind: 'order' },
  draw: { kind: 'draw', seed: '' },
};

/** Ids of options ascend in the published order, so `lexico` is that order. */
const budgetTies: Record<TieRuleName, BudgetTieCriterion[]> = {
  order: ['lexico'],
  cheaper: ['min-cost', 'max-votes', 'lexico'],
  draw: ['draw'],
};

/** The rules as they are frozen at opening: everything that the count needs, and nothing else. */
export function rulesOf(ballot: BallotRow, options: OptionRow[], electorateSize: number): BallotRules {
  const terms = readTerms(ballot.terms);
  const quorum = ballot.quorumPercent === null ? null : { numerator: ballot.quorumPercent, denominator: 100 };
  const ids = options.map((option) => option.id);
  const common = { options: ids, electorateSize, quorum, ties: tiesOf[terms.tieRule] };
  if (ballot.kind === 'ranking') return { kind: 'ranking', ...common, seats: terms.seats };
  if (ballot.kind === 'score')
    return { kind: 'score', ...common, seats: terms.seats, minimum: 0, maximum: terms.maximumScore };
  if (ballot.kind === 'budget') return budgetRulesOf(terms, options, { ...common, ...maximumOf(ballot) });
  const threshold = { numerator: ballot.thresholdPercent, denominator: 100 };
  const base = ballot.percentageBase as 'votes' | 'votes-without-abstentions' | 'electorate';
  if (ballot.kind === 'support') return { kind: 'support', ...common, threshold, base };
  if (ballot.kind === 'single-choice') return { kind: 'single-choice', ...common, threshold, base };
  // Counted as what it is not, a ballot of a kind unknown here would be wrong without a word.
  if (ballot.kind !== 'approval') throw new Error(`There is no way to count a ballot of kind ${ballot.kind}`);
  return { kind: 'approval', ...common, threshold, base, maximum: ballot.maximumChoices ?? ids.length };
}

const maximumOf = (ballot: BallotRow) => ({ maximum: ballot.maximumChoices });

function budgetRulesOf(
  terms: BallotTerms,
  options: OptionRow[],
  common: Pick<BudgetRules, 'options' | 'electorateSize' | 'quorum' | 'maximum'> & { ties: TieRule },
): BudgetRules {
  if (!terms.budget) throw new Error('A budget ballot without a budget');
  const { fen, rule, completion, stopWhenExhaustive, paperFen } = terms.budget;
  const groups = [...new Set(options.flatMap((option) => option.groupName ?? []))];
  return {
    kind: 'budget',
    ...common,
    projects: options.map(({ id, costFen }) => ({ id, cost: yuanText(Number(costFen ?? 0)) })),
    budget: yuanText(fen),
    rule,
    completion: rule.startsWith('greedy') ? 'none' : completion,
    stopWhenExhaustive,
    tieCriteria: budgetTies[terms.tieRule],
    maximumCost: paperFen === null ? null : yuanText(paperFen),
    groups: groups.map((id) => ({
      id,
      projects: options.filter((option) => option.groupName === id).map((option) => option.id),
      maximum: 1,
    })),
  };
}

import type { BallotRules, BudgetRules, BudgetTieCriterion, PercentageBase, TieRule } from '../rules/kinds';
import { budgetPaperRules } from './budget-papers';
import { readTerms, yuanText } from './terms';
import type { BallotTerms } from './terms';
import { ballotKindOf } from '../vocabulary';
import type { TieRuleName } from '../vocabulary';

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
  const seated = { ...common, seats: terms.seats };
  const accepted = {
    ...common,
    threshold: { numerator: ballot.thresholdPercent, denominator: 100 },
    base: ballot.percentageBase as PercentageBase,
  };
  const kind = ballotKindOf(ballot.kind);
  switch (kind) {
    case 'ranking':
      return { kind, ...seated };
    case 'score':
      return { kind, ...seated, minimum: 0, maximum: terms.maximumScore };
    case 'budget':
      return budgetRulesOf(terms, options, { ...common, ...maximumOf(ballot) });
    case 'support':
    case 'single-choice':
      return { kind, ...accepted };
    case 'approval':
      return { kind, ...accepted, maximum: ballot.maximumChoices ?? ids.length };
  }
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
    ...budgetPaperRules(terms.budget, terms.imported ? null : mostRanked(common)),
    tieCriteria: budgetTies[terms.tieRule],
    maximumCost: paperFen === null ? null : yuanText(paperFen),
    groups: groups.map((id) => ({
      id,
      projects: options.filter((option) => option.groupName === id).map((option) => option.id),
      maximum: 1,
    })),
  };
}

/** How many projects a paper may rank: no more than there are. */
const mostRanked = ({ options, maximum }: Pick<BudgetRules, 'options' | 'maximum'>) =>
  Math.min(maximum ?? options.length, options.length);

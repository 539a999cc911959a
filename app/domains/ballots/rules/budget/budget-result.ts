import type { BudgetRule } from '../kinds';
import type { CommonResult } from '../common-result';

/** Why adding one unit to every voter's share came to its end. */
export type StopReason =
  /** No further project fits into the budget, and the rule says to stop then. */
  | 'exhaustive'
  /** The next increment would have cost more than the budget. */
  | 'next-would-overspend'
  /** Every project that has a vote and may be funded is funded. */
  | 'nothing-left';

/** Amounts as text, exact unless said otherwise: a whole number, a decimal, or a fraction "a/b". */
export type Amount = string;

/** Supporters who paid the same in one round, or, where there are many amounts, about the same; rounded to six decimals. */
export interface Payment {
  voters: number;
  from: Amount;
  to: Amount;
}

/** One selection, in order. */
export interface BudgetRound {
  project: string;
  cost: Amount;
  votes: number;
  phase: 'zero-cost' | 'equal-shares' | 'greedy';
  /** Equal shares: the first entry paid the full share, the others all they had left. Empty in greedy rounds. */
  payments: Payment[];
  /**
   * Equal shares: cost / full share, "as if so many paid alike", to six decimals. With cost utilities the
   * largest is selected; with cardinality utilities the smallest full share is.
   */
  effectiveVotes: Amount | null;
  /** What the voters, or the budget, have left after the round. */
  remaining: Amount;
  /** Projects that stood equal with the selected one, in the order of the tie rule; empty without a tie. */
  tiedWith: string[];
}

/** Why a project with votes was not funded. */
export type LossReason =
  /** Its supporters together had less left than it costs. */
  | 'supporters-short'
  /** It costs more than was left of the budget when its turn came. */
  | 'does-not-fit'
  | 'group-full'
  | 'no-votes'
  | 'excluded';

export interface BudgetProjectResult {
  project: string;
  cost: Amount;
  votes: number;
  selected: boolean;
  /** The round, from 1, in which it was selected; null if it was not. */
  round: number | null;
  loss: LossReason | null;
  /** What its supporters (equal shares) or the budget (greedy) had left for it at the end; null if it was selected. */
  available: Amount | null;
  /** Funded projects with fewer votes: the ones to explain to its supporters. */
  fewerVotesButFunded: string[];
}

export interface BudgetTie {
  /** In the order of the tie rule: the first was taken. */
  projects: string[];
  /** In how many counts it was met: with add-1 the same tie is met again at every increment. */
  times: number;
}

export interface BudgetResult extends CommonResult {
  kind: 'budget';
  rule: BudgetRule;
  budget: Amount;
  cost: Amount;
  /** Equal shares: what each voter could spend at the end, exact. */
  voterBudget: Amount | null;
  increments: number | null;
  stoppedBecause: StopReason | null;
  /** All ties met, those of counts given up for a further increment included. */
  budgetTies: BudgetTie[];
  /** How many voters would get more cost of their projects from either outcome, where the rules ask for it. */
  comparison: { equalShares: number; greedy: number; taken: 'equal-shares' | 'greedy' } | null;
  rounds: BudgetRound[];
  projects: BudgetProjectResult[];
}

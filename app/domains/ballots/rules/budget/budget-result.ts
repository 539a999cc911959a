import type { BudgetRule } from '../kinds';
import type { CommonResult } from '../outcome';

/** Why adding one unit to every voter's share came to its end. */
export type StopReason =
  /** No further project fits into the budget, and the rule says to stop then. */
  | 'exhaustive'
  /** The next increment would have cost more than the budget. */
  | 'next-would-overspend'
  /** Every project that has a vote and may be funded is funded. */
  | 'nothing-left';

/** Amounts are exact: a whole number, a decimal, or a fraction "a/b" as text. */
export type Amount = string;

/** Supporters who paid the same in one round. */
export interface Payment {
  voters: number;
  amount: Amount;
}

/** One selection, in order. */
export interface BudgetRound {
  project: string;
  cost: Amount;
  votes: number;
  phase: 'zero-cost' | 'equal-shares' | 'greedy';
  /** Equal shares: supporters by what each paid, the highest amount first; the first pay the full share, the others all they had left. */
  payments: Payment[];
  /** Equal shares: cost or 1 divided by the highest payment per unit of utility, the figure that the round compares. */
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
  rounds: BudgetRound[];
  projects: BudgetProjectResult[];
}

import type { BudgetRule, BudgetVoteType, RankScore } from '../kinds';
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
  /** Their sum, where points or ranks are counted. */
  points?: Amount;
  phase: 'zero-cost' | 'equal-shares' | 'greedy';
  /**
   * Equal shares: the first entry paid the full share, the others all they had left. With points the full share
   * is so much a point, and the first entry goes from the least to the most of it. Empty in greedy rounds.
   */
  payments: Payment[];
  /**
   * Equal shares: cost / full share, "as if so many paid alike", to six decimals. With cost utilities the
   * largest is selected; with cardinality utilities the smallest full share is. Null with points.
   */
  effectiveVotes: Amount | null;
  /** Equal shares by points: the full share of one point, to six decimals; the smallest is selected. */
  perPoint?: Amount;
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
  /** It has fewer votes, or points, than a project must have. */
  | 'below-minimum'
  /** Counting had ended at a project before it that did not fit. */
  | 'after-stop'
  | 'excluded';

export interface BudgetProjectResult {
  project: string;
  cost: Amount;
  votes: number;
  /** Their sum, where points or ranks are counted. */
  points?: Amount;
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
  /** What was summed, where it is not approvals. */
  scores?: { voteType: BudgetVoteType; rankScore: RankScore | null };
  /** The least votes or points of a project, where there is such a rule. */
  minimumScore?: Amount;
  /** Where the rule is to end there: the first project that did not fit, null if all did. */
  stoppedAt?: string | null;
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

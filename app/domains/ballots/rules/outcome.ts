import type { BudgetResult } from './budget/budget-result';
import type { CommonResult } from './common-result';
import type { PercentageBase, RulesKind, Share, SupportAnswer } from './kinds';

/** One line of the explanation: a key of the catalogue and its values. */
export interface TallyStep {
  step: string;
  values: Record<string, string | number | boolean>;
}

export interface OptionResult {
  option: string;
  /** Votes for the option: yes, first choices, approvals, or the sum of scores. */
  votes: number;
  /** Exact; the denominator is the number that `base` names. */
  share: Share;
  base: PercentageBase;
  accepted: boolean;
}

export interface SupportOptionResult extends OptionResult {
  answers: Record<SupportAnswer, number>;
}

export interface SupportResult extends CommonResult {
  kind: 'support';
  options: SupportOptionResult[];
}

export interface ChoiceResult extends CommonResult {
  kind: 'single-choice' | 'approval';
  options: OptionResult[];
  blank: number;
}

export interface RankingResult extends CommonResult {
  kind: 'ranking';
  /** From the first place to the last. */
  order: string[];
  /** pairwise[i][j]: papers that prefer option i to option j, in the order of the rules' options. */
  pairwise: number[][];
  /** Strength of the strongest path from i to j (Schulze 2011, winning votes). */
  paths: number[][];
  options: { option: string; place: number; accepted: boolean }[];
}

export interface ScoreResult extends CommonResult {
  kind: 'score';
  options: { option: string; sum: number; mean: Share; counts: Record<number, number>; accepted: boolean }[];
}

export type TallyResult = SupportResult | ChoiceResult | RankingResult | ScoreResult | BudgetResult;

/** Plain data, safe to store as JSON. */
export interface TallyOutcome<Result extends TallyResult = TallyResult> {
  result: Result;
  steps: TallyStep[];
}

/** By kind; where the kind is only known to be one of several, so is the result. */
export type ResultOf<Kind extends RulesKind> = ResultByKind[Kind];

interface ResultByKind {
  support: SupportResult;
  'single-choice': ChoiceResult;
  approval: ChoiceResult;
  ranking: RankingResult;
  score: ScoreResult;
  budget: BudgetResult;
}

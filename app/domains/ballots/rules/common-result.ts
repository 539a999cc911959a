import type { BudgetTieCriterion, Share, TieRule } from './kinds';

/** Options that stood equal, in the order in which the tie rule put them, and what decided. */
export interface TieMet {
  options: string[];
  decidedBy: TieRule['kind'] | BudgetTieCriterion;
}

/** What every result says, whatever the ballot's kind. */
export interface CommonResult {
  /** Valid papers, blank ones included. */
  papers: number;
  /** Papers that the rules do not allow; they count for nothing. */
  invalid: number;
  electorateSize: number;
  turnout: Share;
  quorumReached: boolean;
  /** Ids of what was accepted or elected, in order of success; empty where the quorum was missed. */
  winners: string[];
  ties: TieMet[];
}

import type { BudgetPapersTerms } from '~/domains/ballots/organising/budget-papers';

export interface VotedBallot {
  id: string;
  kind: string;
  maximumChoices: number | null;
  terms: {
    maximumScore: number;
    /** For how many others one may vote. */
    entrusted: number;
    budget: { fen: number; paperFen: number | null; papers?: BudgetPapersTerms } | null;
  };
  options: VotedOption[];
}

export interface OptionPicture {
  id: string;
  width: number | null;
  height: number | null;
  description: string | null;
}

export interface VotedOption {
  id: string;
  label: string;
  proposalId: string | null;
  costFen: number | null;
  groupName?: string | null;
  /** The first picture of the proposal that it stands for. */
  picture?: OptionPicture | null;
}

/** An exact share. Thresholds and quorums are shares too: 2/3, 50/100. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** What a percentage is counted of: all papers, those that did not abstain, or everyone who could vote. */
export type PercentageBase = 'votes' | 'votes-without-abstentions' | 'electorate';

/**
 * Without `comparison`, a threshold up to one half must be exceeded (过半数), a higher one reached (三分之二以上).
 */
export interface Threshold extends Share {
  comparison?: 'more-than' | 'at-least';
}

/**
 * How equal options are put in order: as published in `options`, or by lot with a seed fixed when voting
 * closes. The lot of an option is SHA-256(seed, newline, option id); the lowest comes first.
 */
export type TieRule = { kind: 'order' } | { kind: 'draw'; seed: string };

interface CommonRules {
  /** Ids of the options in their published order. */
  options: string[];
  /** How many votes could have been cast. */
  electorateSize: number;
  /** Least share of the electorate that must vote; null: none. */
  quorum: Share | null;
  /** Default: the published order. */
  ties?: TieRule;
  /** Counted by the rule alone, as the reference implementations do: in a ballot nothing wins where nobody has voted. */
  ofFile?: true;
}

/** Acceptance by a share of votes. */
interface AcceptanceRules extends CommonRules {
  threshold: Threshold;
  base: PercentageBase;
}

/** Yes, no or abstain on each option; every option that reaches the threshold with its yes is accepted. */
export interface SupportRules extends AcceptanceRules {
  kind: 'support';
}

/** One option a paper; the option with most votes wins if it reaches the threshold. */
export interface SingleChoiceRules extends AcceptanceRules {
  kind: 'single-choice';
}

/** Up to `maximum` options a paper; those that reach the threshold win, at most `seats` of them. */
export interface ApprovalRules extends AcceptanceRules {
  kind: 'approval';
  maximum: number;
  seats?: number;
}

/** Options in order of preference, equal ranks allowed, counted by the Schulze method; the first `seats` win. */
export interface RankingRules extends CommonRules {
  kind: 'ranking';
  /** Default 1. */
  seats?: number;
}

/** A whole number from `minimum` to `maximum` for each option, the highest sums win; not scored counts as `minimum`. */
export interface ScoreRules extends CommonRules {
  kind: 'score';
  minimum: number;
  maximum: number;
  /** Default 1. */
  seats?: number;
}

export interface BudgetProject {
  id: string;
  /** Decimal text in the ballot's currency, e.g. "12000.50". */
  cost: string;
}

/** Of the projects in a group at most `maximum` are funded, and together for at most `budget`. */
export interface ProjectGroup {
  id: string;
  projects: string[];
  maximum?: number;
  budget?: string;
}

export type BudgetRule =
  | 'greedy-votes'
  | 'greedy-votes-per-cost'
  | 'equal-shares-cost'
  | 'equal-shares-cardinality'
  | 'equal-shares-points';

/** What papers say of projects: which they approve, how many points each gets, or an order of preference. */
export type BudgetVoteType = 'approval' | 'points' | 'ranking';

/**
 * What a rank is worth. `from-max`: length − index, so that the first of a paper has `length`; without a length
 * the paper's own, so that its last has 1. `last-zero`: the paper's length − 1 − index, so that its last has 0.
 */
export type RankScore = { kind: 'from-max'; length: number | null } | { kind: 'last-zero' };
export interface PointLimits {
  each: number | null;
  total: number | null;
}
export type Completion = 'none' | 'greedy' | 'greedy-votes-per-cost' | 'add1' | 'add1-then-greedy';
export type BudgetTieCriterion = 'min-cost' | 'max-votes' | 'lexico' | 'draw';

/** Votes for projects with costs, `options` being their ids; see docs/counting.md for the rules. */
export interface BudgetRules extends CommonRules {
  kind: 'budget';
  projects: BudgetProject[];
  /** Decimal text. */
  budget: string;
  rule: BudgetRule;
  /** Only for equal shares. */
  completion: Completion;
  /** Add-1 ends as soon as no further project fits. */
  stopWhenExhaustive: boolean;
  /** Applied in turn; `lexico` compares ids as text. `draw` needs `ties` with a seed. */
  tieCriteria: BudgetTieCriterion[];
  /** Most projects a paper may name; null: any number. */
  maximum: number | null;
  /** Most that the projects on a paper may cost together, decimal text; null: any sum. */
  maximumCost?: string | null;
  /** Projects that are shown but not counted, e.g. withdrawn after opening. */
  excluded?: string[];
  groups?: ProjectGroup[];
  /**
   * Default: approval. Greedy rules and `equal-shares-points` sum the points or the scores of ranks; the cost and
   * cardinality rules take what a paper ranks, or gives more than 0 points, as approved.
   */
  voteType?: BudgetVoteType;
  /**
   * What a paper may give, in whole points: to one project, and to all together; null: any number. Without it papers
   * give any points, decimals too: those of other cities were theirs to check.
   */
  pointLimits?: PointLimits;
  /** For rankings; default: from-max with the paper's own length. */
  rankScore?: RankScore;
  /** Points that a paper gives to what it does not name, decimal text; default 0. */
  defaultPoints?: string;
  /** Projects with fewer votes (or points, where points are summed) take no part; decimal text. */
  minimumScore?: string | null;
  /** Greedy rules end at the first project that costs more than is left, instead of going on without it. */
  stopAtFirstMisfit?: boolean;
  /** Take the greedy outcome instead of equal shares' if more voters get a higher total cost of their projects from it. */
  comparison?: 'none' | 'greedy-votes';
}

export type BallotRules =
  SupportRules | SingleChoiceRules | ApprovalRules | RankingRules | ScoreRules | BudgetRules;
export type RulesKind = BallotRules['kind'];

export type SupportAnswer = 'yes' | 'no' | 'abstain';

/** What one paper says. A null option, and empty lists, are blank papers: they count as votes and abstain. */
export type Choice =
  | { kind: 'support'; answers: Record<string, SupportAnswer> }
  | { kind: 'single-choice'; option: string | null }
  | { kind: 'approval'; options: string[] }
  | { kind: 'ranking'; ranks: string[][] }
  | { kind: 'score'; scores: Record<string, number> }
  | {
      kind: 'budget';
      /** A ranking has the most preferred first. */
      projects: string[];
      /** Decimal text for each of the projects, where papers give points. */
      points?: string[];
      /** Of a ranking as it was written: what shares a rank with a project before it. Such a paper is not allowed. */
      tied?: string[];
    };

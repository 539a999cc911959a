/** A row of a section beyond its known columns, in the file's order. */
export type PbFields = Map<string, string>;

export interface PbProject {
  id: string;
  /** Decimal text with a point. */
  cost: string;
  /** All other columns. */
  fields: PbFields;
}

export interface PbVote {
  voterId: string;
  /** Ids without repetitions, in the order of the file; of a ranking the most preferred first. */
  projects: string[];
  /** What each of them gets, decimal text; null where the election has no points. */
  points: string[] | null;
  fields: PbFields;
}

/** `choose-1` is an approval of one. */
export const pbVoteTypes = ['approval', 'ordinal', 'cumulative', 'scoring'] as const;
export type PbVoteType = (typeof pbVoteTypes)[number];

/** What META says of counting. */
export interface PbCounting {
  voteType: PbVoteType;
  /** As the file spells it; empty where it names none. */
  rule: string;
  /** `max_length`: most projects on a ballot. */
  maximumLength: number | null;
  /** `min_project_score_threshold`, decimal text. */
  minimumScore: string | null;
  /** `default_score`: what a ballot gives to projects that it does not name. */
  defaultPoints: string;
  /** `max_points` and `max_sum_points`, decimal text. */
  maximumPoints: string | null;
  maximumSumOfPoints: string | null;
}

/** An election in Pabulib's format (pabulib.org/format). */
export interface PbFile {
  meta: PbFields;
  counting: PbCounting;
  /** Decimal text with a point. */
  budget: string;
  projects: PbProject[];
  votes: PbVote[];
}

export type PbFaultReason =
  | 'empty'
  | 'not-utf-8'
  | 'quote-not-closed'
  | 'outside-section'
  | 'section-repeated'
  | 'section-missing'
  | 'column-missing'
  | 'column-repeated'
  | 'too-many-fields'
  | 'field-missing'
  | 'key-repeated'
  | 'no-budget'
  | 'not-an-amount'
  | 'project-repeated'
  | 'unknown-project'
  | 'vote-type-not-counted'
  | 'not-a-length'
  | 'not-points'
  | 'points-differ'
  | 'beyond-counting';

export type PbNoticeReason =
  | 'byte-order-mark'
  | 'meta-without-header'
  | 'comma-before-three'
  | 'no-vote-type'
  | 'no-maximum-length'
  | 'no-minimum'
  | 'points-above-limit'
  | 'ranks-beyond-maximum'
  | 'project-repeated-in-vote'
  | 'voter-repeated'
  | 'number-of-projects-differs'
  | 'number-of-votes-differs';

/** What is wrong, or remarkable, and where: `line` counts from 1, `detail` quotes the file. */
export interface PbRemark<Reason> {
  line: number;
  reason: Reason;
  detail: string;
}

export type PbReading =
  | { ok: true; file: PbFile; notices: PbRemark<PbNoticeReason>[] }
  | { ok: false; faults: PbRemark<PbFaultReason>[] };

/** Lists of faults and notices end here: a file with more is wrong as a whole. */
export const mostRemarks = 100;

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
  /** Ids without repetitions, in the order of the file. */
  projects: string[];
  fields: PbFields;
}

/** An election in Pabulib's format (pabulib.org/format). */
export interface PbFile {
  meta: PbFields;
  /** Decimal text with a point. */
  budget: string;
  projects: PbProject[];
  votes: PbVote[];
}

export type PbFaultReason =
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
  | 'vote-type-not-counted';

export type PbNoticeReason =
  | 'byte-order-mark'
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

import type { BallotRules, Choice } from '../kinds';
import type { TallyResult } from '../outcome';
import type { Draw } from './draw-seed';

export const recordFormat = 'gongzhi-ballot';
export const recordVersion = 1;

export interface RecordPaper {
  /** What the voter keeps, to find the own paper again; unique in a ballot. */
  receipt: string;
  choice: Choice;
}

/** What a reader should know of the ballot; the count does not use it. */
export interface RecordSubject {
  id: string;
  title: string;
  area: string;
  /** Instants in ISO 8601, UTC. */
  opensAt: string;
  closesAt: string;
  /** When it was counted, and the result published. */
  countedAt?: string;
  /** Names of the options, by id. */
  labels: Record<string, string>;
  /** Of the record of a statutory meeting. */
  meeting?: RecordMeeting;
}

/** What such a record holds beside times and numbers. */
export interface RecordMeeting {
  kind: string;
  convener: string;
  place: string;
}

/** Of a ballot by a roll that staff keep: votes due (应到), taken part (实到), and lines added after it was frozen. */
export interface RollAttendance {
  due: number;
  present: number;
  addedAfterOpening: number;
}

/** Everything that is needed to count a closed ballot anew, and nothing that leads to a voter. */
export interface BallotRecord {
  format: typeof recordFormat;
  version: typeof recordVersion;
  ballot: RecordSubject;
  electorate: { size: number; roll?: RollAttendance; entrusted?: number };
  rules: BallotRules;
  /** Where the rules break ties by lot: how the seed came about. */
  draw: Draw | null;
  result: TallyResult;
  papers: RecordPaper[];
}

export type RecordContents = Pick<BallotRecord, 'ballot' | 'rules' | 'result' | 'papers'> & {
  draw?: Draw;
  roll?: RollAttendance | null;
  /** Papers that were cast for others; null where votes could not be entrusted. */
  entrusted?: number | null;
};

/** The record of a closed ballot. Papers are laid in the order of their receipts, so that none tells when it was cast. */
export function ballotRecord(contents: RecordContents): BallotRecord {
  const { ballot, rules, draw, roll, entrusted, result, papers } = contents;
  return {
    format: recordFormat,
    version: recordVersion,
    ballot,
    electorate: {
      size: rules.electorateSize,
      ...(roll ? { roll } : {}),
      ...(entrusted == null ? {} : { entrusted }),
    },
    rules,
    draw: draw ? { commitment: draw.commitment, secret: draw.secret } : null,
    result,
    papers: papers
      .map(({ receipt, choice }) => ({ receipt, choice }))
      .sort((one, other) => (one.receipt < other.receipt ? -1 : one.receipt > other.receipt ? 1 : 0)),
  };
}

/** The published file: JSON with one paper a line. The same record gives the same bytes. */
export function writeBallotRecord({ papers, ...head }: BallotRecord): string {
  const opening = JSON.stringify(head, null, 1).slice(0, -2);
  const lines = papers.map((paper) => JSON.stringify(paper)).join(',\n');
  return `${opening},\n "papers": [\n${lines}\n]}\n`;
}

import type { BallotRules, Choice } from './kinds';
import type { TallyOutcome } from './outcome';
import { ballotRecord, writeBallotRecord } from './record/ballot-record';
import type { RecordPaper, RecordSubject, RollAttendance } from './record/ballot-record';
import { drawSeed } from './record/draw-seed';
import type { Draw } from './record/draw-seed';
import { tally } from './tally';

export interface BallotToCount {
  subject: RecordSubject;
  /** As frozen at opening. */
  rules: BallotRules;
  /** Where lots break ties: what was committed to at opening. */
  draw: Draw | null;
  /** Of a ballot by a roll. */
  roll?: RollAttendance | null;
  /** Papers that were cast for others; null where votes could not be entrusted. */
  entrusted?: number | null;
  /** A paper each, as `paperLine` writes it. */
  papers: string[];
}

export interface CountedBallot {
  /** With the seed of lots, where they decide. */
  rules: BallotRules;
  outcome: TallyOutcome;
  /** The file to be published. */
  record: string;
}

/** A stored paper as one line: receipts hold no tabulator, and JSON no line feed. */
export function paperLine({ receipt, choice }: { receipt: string; choice: string }): string {
  return `${receipt}\t${choice}`;
}

export function paperOfLine(line: string): RecordPaper {
  const at = line.indexOf('\t');
  return { receipt: line.slice(0, at), choice: JSON.parse(line.slice(at + 1)) as Choice };
}

/** Fixes the seed, counts, and writes the record: all that closing a ballot works out. */
export function countPapers(given: BallotToCount): CountedBallot {
  const { subject, rules: frozen, draw, roll = null, entrusted = null, papers: lines } = given;
  const papers = lines.map(paperOfLine);
  const choices = papers.map(({ choice }) => choice);
  const rules = draw ? withSeed(frozen, drawSeed(draw.secret, choices)) : frozen;
  const outcome = tally(choices, rules);
  const { result } = outcome;
  const head = { ballot: subject, rules, roll, entrusted, ...(draw ? { draw } : {}) };
  const record = ballotRecord({ ...head, result, papers });
  return { rules, outcome, record: writeBallotRecord(record) };
}

function withSeed(rules: BallotRules, seed: string): BallotRules {
  return rules.ties?.kind === 'draw' ? { ...rules, ties: { kind: 'draw', seed } } : rules;
}

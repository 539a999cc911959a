import type { FieldRow } from '~/lib/csv/field-rows';
import { quoted, UnreadableVotes } from './unreadable-votes';
import { VoteCollector, type Vote, type VoteMatrix } from '../vote-matrix';

/**
 * Columns beside the statements'; of these only the participant is read. `xid` is what a site that embeds the
 * conversation calls the person.
 */
export const describedColumns = [
  'participant',
  'xid',
  'group-id',
  'n-comments',
  'n-votes',
  'n-agree',
  'n-disagree',
];

export function isMatrixHeader(header: string[]): boolean {
  return header.includes('participant') && statementColumns(header).size > 0;
}

/**
 * Names of the columns that are statements: Polis numbers them, so that where some are numbered, no other column is
 * one, whatever else a later export describes participants by. Without numbers all columns but the known ones are.
 */
function statementColumns(header: string[]): Set<string> {
  const numbered = header.filter((name) => /^\d+$/.test(name));
  return new Set(numbered.length > 0 ? numbered : header.filter((name) => !describedColumns.includes(name)));
}

/** The table that Polis calls participants-votes: statements are named by their ids. */
export function readVotesTable(header: string[], rows: Iterable<FieldRow>): VoteMatrix {
  const collector = new VoteCollector();
  const participantColumn = header.indexOf('participant');
  const named = statementColumns(header);
  const statements = header.map((name) => (named.has(name) ? collector.statement(name) : -1));
  const unnamed = header.indexOf('');
  if (unnamed !== -1) throw new UnreadableVotes(1, `column ${unnamed + 1} has no name`);
  const seen = new Set<string>();
  for (const { line, fields } of rows) {
    if (fields.length !== header.length)
      throw new UnreadableVotes(line, `${fields.length} fields where the header has ${header.length}`);
    const id = (fields[participantColumn] ?? '').trim();
    if (id === '') throw new UnreadableVotes(line, 'the participant has no id');
    if (seen.has(id)) throw new UnreadableVotes(line, `participant ${quoted(id)} comes twice`);
    seen.add(id);
    const participant = collector.participant(id);
    statements.forEach((statement, column) => {
      const text = fields[column] as string;
      if (statement === -1 || text === '') return;
      const vote = voteOf(text);
      if (vote === undefined)
        throw new UnreadableVotes(line, `statement ${header[column]}: ${notAVote(text)}`);
      if (vote !== null) collector.add(participant, statement, vote);
    });
  }
  return collector.matrix();
}

/** Null: not answered; undefined: not a vote. */
export function voteOf(text: string): Vote | null | undefined {
  if (text === '1') return 1;
  if (text === '-1') return -1;
  if (text === '0') return 0;
  const match = /^\s*(?:([+-]?)([01])(?:\.0+)?)?\s*$/.exec(text);
  if (!match) return undefined;
  if (match[2] === undefined) return null;
  if (match[2] === '0') return 0;
  return match[1] === '-' ? -1 : 1;
}

export function notAVote(text: string): string {
  return `${quoted(text)} is not a vote (1 agrees, -1 disagrees, 0 passes)`;
}

import type { FieldRow } from '~/lib/csv/field-rows';
import { notAVote, voteOf } from './read-votes-table';
import { quoted, UnreadableVotes } from './unreadable-votes';
import { VoteCollector, type Vote, type VoteMatrix } from '../vote-matrix';

const required = ['comment-id', 'voter-id', 'vote'];

export function isLogHeader(header: string[]): boolean {
  return required.every((name) => header.includes(name));
}

/** The log of votes: of several votes of one person on one statement the last counts, by time, then by line. */
export function readVotesLog(header: string[], rows: Iterable<FieldRow>): VoteMatrix {
  const columns = {
    width: header.length,
    statement: header.indexOf('comment-id'),
    voter: header.indexOf('voter-id'),
    vote: header.indexOf('vote'),
    time: header.indexOf('timestamp'),
  };
  const collector = new VoteCollector();
  const times: number[] = [];
  const cells: [number, number, Vote][] = [];
  for (const row of rows) {
    const { voter, statement, vote, time } = readEntry(columns, row);
    cells.push([collector.participant(voter), collector.statement(statement), vote]);
    times.push(time);
  }
  const order = [...cells.keys()];
  const timeOf = (at: number) => times[at] as number;
  if (order.some((at) => at > 0 && timeOf(at) < timeOf(at - 1)))
    order.sort((one, other) => timeOf(one) - timeOf(other) || one - other);
  for (const at of order) collector.add(...(cells[at] as [number, number, Vote]));
  return collector.matrix();
}

type Columns = Record<'width' | 'statement' | 'voter' | 'vote' | 'time', number>;

function readEntry(columns: Columns, { line, fields }: FieldRow) {
  if (fields.length !== columns.width)
    throw new UnreadableVotes(line, `${fields.length} fields where the header has ${columns.width}`);
  const statement = (fields[columns.statement] ?? '').trim();
  const voter = (fields[columns.voter] ?? '').trim();
  if (statement === '') throw new UnreadableVotes(line, 'comment-id is empty');
  if (voter === '') throw new UnreadableVotes(line, 'voter-id is empty');
  const answer = fields[columns.vote] ?? '';
  const vote = voteOf(answer);
  if (vote === null || vote === undefined) throw new UnreadableVotes(line, notAVote(answer));
  const timestamp = (fields[columns.time] ?? '').trim();
  const time = timestamp === '' ? 0 : Number(timestamp);
  if (!Number.isFinite(time))
    throw new UnreadableVotes(line, `timestamp ${quoted(timestamp)} is not a number`);
  return { statement, voter, vote, time };
}

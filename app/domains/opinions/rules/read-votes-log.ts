import type { CommaRow } from './comma-rows';
import { notAVote, voteOf } from './read-votes-table';
import { quoted, UnreadableVotes } from './unreadable-votes';
import { VoteCollector, type Vote, type VoteMatrix } from './vote-matrix';

const required = ['comment-id', 'voter-id', 'vote'];

export function isLogHeader(header: string[]): boolean {
  return required.every((name) => header.includes(name));
}

interface LoggedVote {
  time: number;
  voter: string;
  statement: string;
  vote: Vote;
}

/** The log of votes: of several votes of one person on one statement the last counts, by time, then by line. */
export function readVotesLog(header: string[], rows: Iterable<CommaRow>): VoteMatrix {
  const votes: LoggedVote[] = [];
  for (const row of rows) votes.push(readEntry(header, row));
  if (votes.some(({ time }, index) => time < (votes[index - 1]?.time ?? time)))
    votes.sort((one, other) => one.time - other.time);
  const collector = new VoteCollector();
  for (const { voter, statement, vote } of votes)
    collector.add(collector.participant(voter), collector.statement(statement), vote);
  return collector.matrix();
}

function readEntry(header: string[], { line, fields }: CommaRow): LoggedVote {
  if (fields.length !== header.length)
    throw new UnreadableVotes(line, `${fields.length} fields where the header has ${header.length}`);
  const field = (name: string) => (fields[header.indexOf(name)] ?? '').trim();
  const [statement, voter] = [field('comment-id'), field('voter-id')];
  if (statement === '') throw new UnreadableVotes(line, 'comment-id is empty');
  if (voter === '') throw new UnreadableVotes(line, 'voter-id is empty');
  const vote = voteOf(field('vote'));
  if (vote === null || vote === undefined) throw new UnreadableVotes(line, notAVote(field('vote')));
  const timestamp = header.includes('timestamp') ? field('timestamp') : '';
  const time = timestamp === '' ? 0 : Number(timestamp);
  if (!Number.isFinite(time))
    throw new UnreadableVotes(line, `timestamp ${quoted(timestamp)} is not a number`);
  return { time, voter, statement, vote };
}

import { fieldRows, UnclosedQuote } from '~/lib/csv/field-rows';
import type { FieldRow } from '~/lib/csv/field-rows';
import { decodeUtf8 } from '~/lib/texts/decoding/decode-utf8';
import { isLogHeader, readVotesLog } from './read-votes-log';
import { describedColumns, isMatrixHeader, readVotesTable } from './read-votes-table';
import { UnreadableVotes } from './unreadable-votes';
import type { VoteMatrix } from '../vote-matrix';

/**
 * Reads votes as Polis exports them: the participants-votes table (a row a participant, a column a statement)
 * or the votes log (a row a vote), told apart by the header. 1 agrees, -1 disagrees, 0 passes. Throws
 * UnreadableVotes with the first line that is not understood.
 */
export function readVotes(bytes: Uint8Array): VoteMatrix {
  const rows = rowsOf(bytes);
  const header = columnsOf(rows.next().value);
  if (isMatrixHeader(header)) return checked(readVotesTable(header, rows));
  if (isLogHeader(header)) return checked(readVotesLog(header, rows));
  throw new UnreadableVotes(
    1,
    'the header is neither that of participants’ votes (participant, …, one column a statement) nor that of a log of votes (comment-id, voter-id, vote)',
  );
}

/** The rows, read as they are asked for. Throws UnreadableVotes, also for a quote that is never closed. */
export function* rowsOf(bytes: Uint8Array): Generator<FieldRow, undefined> {
  try {
    yield* fieldRows(textOf(bytes), ',');
  } catch (error) {
    if (error instanceof UnclosedQuote) throw new UnreadableVotes(error.line, error.message);
    throw error;
  }
}

/** Throws UnreadableVotes for an empty file, and names the first line that is not UTF-8. */
function textOf(bytes: Uint8Array): string {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) throw new UnreadableVotes(decoded.line, 'not UTF-8');
  if (decoded.text.trim() === '') throw new UnreadableVotes(1, 'the file is empty');
  return decoded.text;
}

/** What Polis calls its columns; some of its exports have an underscore where others have a hyphen. */
const polisNames = new Set([
  ...describedColumns,
  ...['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote', 'author-id', 'agrees', 'disagrees'],
  ...['moderated', 'comment-body', 'is-meta'],
]);

function polisName(name: string): string {
  const spelled = name.toLowerCase().replaceAll(/[_\s]+/g, '-');
  return polisNames.has(spelled) ? spelled : name;
}

/** Column names, trimmed, those of Polis as it mostly spells them. Throws UnreadableVotes where one comes twice. */
export function columnsOf(header: FieldRow | undefined): string[] {
  const columns = (header?.fields ?? []).map((name) => polisName(name.trim()));
  const seen = new Set<string>();
  for (const name of columns) {
    if (seen.has(name)) throw new UnreadableVotes(header?.line ?? 1, `two columns are named “${name}”`);
    seen.add(name);
  }
  return columns;
}

function checked(matrix: VoteMatrix): VoteMatrix {
  if (matrix.voteOf.length === 0) throw new UnreadableVotes(1, 'the file holds no vote');
  return matrix;
}

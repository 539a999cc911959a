import { columnsOf, rowsOf } from './read-votes';
import { quoted, UnreadableVotes } from './unreadable-votes';

/** What is known of a statement beside its votes. */
export interface StatementNote {
  /** -1 moderated out, 0 not looked at, 1 accepted. */
  moderated: -1 | 0 | 1;
  /** Asks about the person, not the matter; Polis shows these often. */
  meta: boolean;
  text: string;
}

/** Reads the statements as Polis exports them, by id. Throws UnreadableVotes with the first line not understood. */
export function readComments(bytes: Uint8Array): Map<string, StatementNote> {
  const rows = rowsOf(bytes);
  const header = columnsOf(rows.next().value);
  for (const name of ['comment-id', 'moderated'])
    if (!header.includes(name)) throw new UnreadableVotes(1, `the column “${name}” is missing`);
  const notes = new Map<string, StatementNote>();
  for (const { line, fields } of rows) {
    if (fields.length !== header.length)
      throw new UnreadableVotes(line, `${fields.length} fields where the header has ${header.length}`);
    const field = (name: string) => (fields[header.indexOf(name)] ?? '').trim();
    const id = field('comment-id');
    if (id === '') throw new UnreadableVotes(line, 'comment-id is empty');
    if (notes.has(id)) throw new UnreadableVotes(line, `comment ${quoted(id)} comes twice`);
    const meta = header.includes('is-meta') && metaOf(field('is-meta'), line);
    const text = header.includes('comment-body') ? field('comment-body') : '';
    notes.set(id, { moderated: flagOf(field('moderated'), line), meta, text });
  }
  return notes;
}

function metaOf(text: string, line: number): boolean {
  if (/^(?:true|t|1)$/i.test(text)) return true;
  if (/^(?:false|f|0|null)?$/i.test(text)) return false;
  throw new UnreadableVotes(line, `is-meta is ${quoted(text)}, not true or false`);
}

function flagOf(text: string, line: number): -1 | 0 | 1 {
  const flag = ([-1, 0, 1] as const).find((value) => String(value) === text);
  if (flag !== undefined) return flag;
  throw new UnreadableVotes(line, `moderated is ${quoted(text)}, not -1, 0 or 1`);
}

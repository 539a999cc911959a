import type { Statement } from './long-lists';

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535. */
const mostValues = 30_000;

/** What Prisma is told instead: the most that its compiler reads. It would refuse or cut what we send in parts. */
export const unboundedValues = 2 ** 32 - 1;

const places = /\?|\$\d+/g;

/** The rows of `VALUES (…), (…)`, and where they begin and end. */
function rowsOf(text: string): { from: number; to: number; rows: string[] } | null {
  const begin = /^\s*INSERT\b[^']*?\bVALUES\s*(?=\()/i.exec(text);
  if (!begin) return null;
  const row = /\s*,?\s*(\([^()']*\))/y;
  const rows: string[] = [];
  const from = begin[0].length;
  let to = (row.lastIndex = from);
  for (let found = row.exec(text); found; found = row.exec(text)) {
    rows.push(found[1] ?? '');
    to = row.lastIndex;
  }
  return { from, to, rows };
}

/** An INSERT of more values than a statement takes, as several of fewer rows; any other statement as it is. */
export function splitInsert({ text, values }: Statement): Statement[] {
  const found = values.length > mostValues ? rowsOf(text) : null;
  if (!found) return [{ text, values }];
  const width = Math.max(1, found.rows[0]?.match(places)?.length ?? 1);
  const together = Math.floor(mostValues / width);
  const statements: Statement[] = [];
  for (let at = 0; at < found.rows.length; at += together) {
    let number = 0;
    const rows = found.rows
      .slice(at, at + together)
      .map((row) => row.replace(places, (one) => (one === '?' ? '?' : `$${(number += 1)}`)));
    statements.push({
      text: text.slice(0, found.from) + rows.join(', ') + text.slice(found.to),
      values: values.slice(at * width, (at + rows.length) * width),
    });
  }
  return statements;
}

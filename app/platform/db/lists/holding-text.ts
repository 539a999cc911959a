import type { Reads, SqlValue } from '../database.server';
import { writtenForms } from '~/lib/texts/searching/written-forms';

type Column = 'title' | 'name' | 'text';
const longestQuery = 200;
const mostWords = 10;

/** In SQL: the column holds one of the forms of the words as they stand; `%`, `_` and the backslash mean nothing else. */
export function holdsOneOf(
  engine: Reads['engine'],
  column: string,
  words: string,
): { text: string; values: SqlValue[] } {
  const place = engine === 'sqlite' ? 'instr' : 'strpos';
  const forms = writtenForms(words);
  return { text: `(${forms.map(() => `${place}(lower(${column}), ?) > 0`).join(' OR ')})`, values: forms };
}

/**
 * A condition for Prisma: the rows whose column holds each of the words, in simplified or traditional characters, of any
 * width and case. Without words all rows.
 */
export async function holding(
  database: Pick<Reads, 'engine' | 'sql'>,
  { table, column, words }: { table: string; column: Column; words: string },
): Promise<{ id?: { in: string[] } }> {
  const asked = words
    .slice(0, longestQuery)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => holdsOneOf(database.engine, `"${column}"`, word));
  if (asked.length === 0) return {};
  const rows = await database.sql.all<{ id: string }>(
    `SELECT "id" FROM "${table}" WHERE ${asked.map(({ text }) => text).join(' AND ')}`,
    asked.flatMap(({ values }) => values),
  );
  return { id: { in: rows.map((row) => row.id) } };
}

import type { Reads } from './database.server';

type Column = 'title' | 'name' | 'text';
/** A condition for Prisma: on the column, or on the ids of the rows that were found. */
export type Holding<Name extends Column> = { [K in Name]?: { contains: string } } & { id?: { in: string[] } };

const mostFound = 500;

/**
 * Rows whose column holds the words as they stand. Prisma hands `%`, `_` and the backslash on to LIKE, where they mean
 * something else (on PostgreSQL a backslash at the end is a fault): such words are looked for by place, newest first.
 */
export async function holding<Name extends Column>(
  database: Pick<Reads, 'engine' | 'sql'>,
  { table, column, words }: { table: string; column: Name; words: string },
): Promise<Holding<Name>> {
  if (!/[%_\\]/.test(words)) return { [column]: { contains: words } } as Holding<Name>;
  const place = database.engine === 'sqlite' ? 'instr' : 'strpos';
  const rows = await database.sql.all<{ id: string }>(
    `SELECT "id" FROM "${table}" WHERE ${place}(lower("${column}"), lower(?)) > 0 ORDER BY "id" DESC LIMIT ${mostFound}`,
    [words],
  );
  return { id: { in: rows.map((row) => row.id) } } as Holding<Name>;
}

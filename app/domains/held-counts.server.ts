import type { ReadContext } from './context';
import type { HeldPerson, Holding } from './held-on-persons';
import { namedBy } from './held-rows.server';
import { subjectServers } from './subjects.server';

/** Tables whose rows one statement counts: a connection remembers none of any length as it was compiled. */
const atOnce = 40;

interface Given {
  model: string;
  /** Those by which rows are data on a person; an act of office is none. */
  columns: [column: string, holding: Holding][];
}

const givenTables = (): Given[] =>
  subjectServers.flatMap(({ held }) =>
    Object.entries(held?.models ?? {}).flatMap(([model, all]) => {
      const columns = Object.entries(all).filter(([, { exported }]) => typeof exported !== 'string');
      return columns.length === 0 ? [] : [{ model, columns }];
    }),
  );

const countOf = ({ model, columns }: Given) =>
  `SELECT '${model}' AS "model", COUNT(*) AS "count" FROM "${model}"
   WHERE ${columns.map(([column]) => `"${column}" = ?`).join(' OR ')}`;

/**
 * How many rows of each table are data on the person, in the order in which the subjects declare them. Many tables are
 * counted by one statement: there are some seventy, and each question costs more than its answer.
 */
export async function countHeld(ctx: ReadContext, person: HeldPerson): Promise<Map<string, number>> {
  const given = givenTables();
  const counts = new Map(given.map(({ model }) => [model, 0]));
  // One after the other: one page does not take every connection of the pool.
  for (let from = 0; from < given.length; from += atOnce) {
    const tables = given.slice(from, from + atOnce);
    const rows = await ctx.database.sql.all<{ model: string; count: number }>(
      tables.map(countOf).join(' UNION ALL '),
      tables.flatMap(({ columns }) => columns.map(([, holding]) => namedBy(holding, person))),
    );
    for (const { model, count } of rows) counts.set(model, count);
  }
  return counts;
}

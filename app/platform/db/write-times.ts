import type { SqlValue, Transaction } from './database.server';

export interface NewTimes {
  id: string;
  /** As it was read: a row that others have moved meanwhile is left alone. */
  before: Date;
  times: readonly (Date | null)[];
}

/** Rows of one statement: far below the number of values that either engine takes. */
const together = 500;

/** Writes instants into columns of many rows, a statement for hundreds of them; `[0]` is the column of `before`. */
export async function writeTimes(
  tx: Transaction,
  target: { table: 'WorkOrderClock'; columns: readonly [string, ...string[]]; only: string },
  rows: readonly NewTimes[],
): Promise<void> {
  // Values in a list have no type of their own on PostgreSQL.
  const place = tx.engine === 'postgresql' ? 'CAST(? AS TIMESTAMP(3))' : '?';
  const { table, columns, only } = target;
  const line = `(?, ${place}, ${columns.map(() => place).join(', ')})`;
  const set = columns.map((name, index) => `"${name}" = v.column${index + 3}`).join(', ');
  for (let at = 0; at < rows.length; at += together) {
    const some = rows.slice(at, at + together);
    await tx.sql.run(
      `UPDATE "${table}" SET ${set} FROM (VALUES ${some.map(() => line).join(', ')}) AS v
       WHERE "${table}"."id" = v.column1 AND "${table}"."${columns[0]}" = v.column2 AND ${only}`,
      some.flatMap(({ id, before, times }): SqlValue[] => [id, before, ...times]),
    );
  }
}

import { headOf, resealed } from './key-ring.server';
import type { KeyRing } from './key-ring.server';
import type { Database } from '../db/database.server';

/** A table with columns in which something lies sealed, and the column by which its rows are known. */
export interface SealedTable {
  table: string;
  key: string;
  columns: readonly string[];
}

export interface Pass {
  /** Columns of rows that were sealed anew. */
  resealed: number;
  /** What changed between reading and writing: the next pass reads it again. */
  changed: number;
  /** What looks sealed by an older key and does not open by it: left as it was. */
  unopened: number;
}

const atOnce = 200;

type Row = { rowKey: string } & Record<string, string | null>;

/** Of each table the rows after a key in which something is sealed by an older one. */
async function rowsAfter(database: Database, ring: KeyRing, from: SealedTable & { after: string }) {
  const { table, key, columns, after } = from;
  const heads = ring.keys.filter(({ id }) => id !== ring.sealing).map(({ id }) => `%${headOf(id)}%`);
  const tests = columns.flatMap((column) => heads.map(() => `"${column}" LIKE ?`)).join(' OR ');
  const named = columns.map((column) => `"${column}"`).join(', ');
  return database.sql.all<Row>(
    `SELECT "${key}" AS "rowKey", ${named} FROM "${table}" WHERE "${key}" > ? AND (${tests}) ORDER BY "${key}" LIMIT ${atOnce}`,
    [after, ...columns.flatMap(() => heads)],
  );
}

interface Change {
  column: string;
  rowKey: string;
  before: string;
  after: string;
}

/** Writes where the column still says what was read: what the running portal wrote meanwhile stays. */
async function write(database: Database, { table, key }: SealedTable, changes: Change[]): Promise<number> {
  if (changes.length === 0) return 0;
  return database.transaction(async (tx) => {
    let written = 0;
    for (const { column, rowKey, before, after } of changes) {
      const sql = `UPDATE "${table}" SET "${column}" = ? WHERE "${key}" = ? AND "${column}" = ?`;
      written += await tx.sql.run(sql, [after, rowKey, before]);
    }
    return written;
  });
}

async function resealTable(database: Database, ring: KeyRing, table: SealedTable): Promise<Pass> {
  const pass: Pass = { resealed: 0, changed: 0, unopened: 0 };
  let after = '';
  for (;;) {
    const rows = await rowsAfter(database, ring, { ...table, after });
    const changes: Change[] = [];
    for (const { rowKey, ...row } of rows)
      for (const [column, before] of Object.entries(row)) {
        if (before === null) continue;
        const { text, unopened } = resealed(ring, before);
        pass.unopened += unopened;
        if (text !== before) changes.push({ column, rowKey, before, after: text });
      }
    const written = await write(database, table, changes);
    pass.resealed += written;
    pass.changed += changes.length - written;
    if (rows.length < atOnce) return pass;
    after = rows.at(-1)?.rowKey ?? after;
  }
}

/**
 * Seals by the sealing key what older keys of the ring sealed, beside the running portal. Bears to be broken off anywhere:
 * what is sealed anew is not looked at again.
 */
export async function reseal(
  database: Database,
  ring: KeyRing,
  given: { tables: readonly SealedTable[]; told: (table: string, pass: Pass) => void },
): Promise<Pass> {
  const sum: Pass = { resealed: 0, changed: 0, unopened: 0 };
  for (const table of given.tables) {
    const pass = await resealTable(database, ring, table);
    sum.resealed += pass.resealed;
    sum.changed += pass.changed;
    sum.unopened += pass.unopened;
    if (pass.resealed > 0) given.told(table.table, pass);
  }
  return sum;
}

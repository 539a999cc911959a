import { hashingOf, nameOf } from './hashing.server';
import { firstId } from './key-ring.server';
import { heldRingText, openText } from './kept-ring.server';
import type { KeptRing } from './kept-ring.server';
import { keysOf } from './portal-keys.server';
import type { Database, Transaction } from '../db/database.server';

/** A column that holds hashes by the portal's keys. */
export interface HashedColumn {
  table: string;
  column: string;
  /** A condition, where the column holds other things, too. */
  where?: string;
  /** Where what was hashed lies sealed; without it only the hash remains, and the key that made it stays with it. */
  kept?: {
    /** Tables, joined, in which each hash stands beside what is sealed: columns "hash", "sealed" and "beside". */
    select: string;
    /** What was hashed; null where the row does not say. */
    text: (opened: string, beside: string) => string | null;
  };
}

/** A condition that holds for the hashes of one key; its value is the second. */
export const madeBy = (column: string, id: string): [sql: string, value: string] =>
  id === firstId ? [`"${column}" NOT LIKE ?`, '%.%'] : [`"${column}" LIKE ?`, `${nameOf(id)}%`];

/** How many hashes of a key a column holds. */
export async function countOf(
  database: Pick<Database, 'sql'>,
  { table, column, where }: HashedColumn,
  id: string,
): Promise<number> {
  const [test, value] = madeBy(column, id);
  const [row] = await database.sql.all<{ count: number | bigint }>(
    `SELECT COUNT(*) AS "count" FROM "${table}" WHERE ${test}${where === undefined ? '' : ` AND ${where}`}`,
    [value],
  );
  return Number(row?.count ?? 0);
}

interface Row {
  hash: string;
  sealed: string;
  beside: string;
}

const atOnce = 200;

interface Step {
  hashed: number;
  /** The last hash that was looked at; null after the last one. */
  last: string | null;
}

/** The new hash of a row, where what lies sealed there is what was hashed. */
function newHash(kept: KeptRing, row: Row, text: NonNullable<HashedColumn['kept']>['text']): string | null {
  const { hash, matches } = hashingOf(() => kept.ring);
  try {
    const what = text(keysOf(() => kept.ring).open(row.sealed), row.beside);
    return what !== null && matches(row.hash, what) ? hash(what) : null;
  } catch {
    // What does not open keeps its hash, and so the key.
    return null;
  }
}

/** The next hashes by older keys, while nobody else writes any: all rows of one hash get the new one at once. */
async function step(
  tx: Transaction,
  { kept, column, after }: { kept: KeptRing; column: HashedColumn; after: string },
): Promise<Step> {
  const { select, text } = column.kept ?? { select: '', text: () => null };
  const rows = await tx.sql.all<Row>(
    `SELECT "hash", "sealed", "beside" FROM (${select}) AS "found"
     WHERE "hash" > ? AND "hash" NOT LIKE ? AND "sealed" IS NOT NULL ORDER BY "hash" LIMIT ${atOnce}`,
    [after, `${nameOf(kept.ring.hashesBy)}%`],
  );
  let hashed = 0;
  const done = new Set<string>();
  for (const row of rows) {
    const fresh = done.has(row.hash) ? null : newHash(kept, row, text);
    if (fresh === null) continue;
    done.add(row.hash);
    hashed += await tx.sql.run(
      `UPDATE "${column.table}" SET "${column.column}" = ? WHERE "${column.column}" = ?`,
      [fresh, row.hash],
    );
  }
  return { hashed, last: rows.length < atOnce ? null : (rows.at(-1)?.hash ?? null) };
}

interface Rehashing {
  database: Database;
  dataKey: string;
  columns: readonly HashedColumn[];
  told: (table: string, count: number) => void;
  /** What is thrown where another key hashes meanwhile. */
  changed: () => Error;
}

/**
 * Hashes anew by the key that hashes now what older keys hashed, as far as it lies sealed somewhere; a few hashes at a
 * time, beside the running portal, which waits for so long where it writes such hashes itself.
 */
export async function rehash(ports: Rehashing, kept: KeptRing): Promise<number> {
  let sum = 0;
  for (const column of ports.columns.filter((one) => one.kept)) {
    let count = 0;
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      const done: Step = await ports.database.transaction(async (tx) => {
        const text = await heldRingText(tx, 'alone');
        if (text !== kept.text && openText(text, ports.dataKey)?.ring.hashesBy !== kept.ring.hashesBy)
          throw ports.changed();
        return step(tx, { kept, column, after: from });
      });
      count += done.hashed;
      after = done.last;
    }
    if (count > 0) ports.told(column.table, count);
    sum += count;
  }
  return sum;
}

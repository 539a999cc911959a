import type { Sql } from '~/platform/db/database.server';
import type { TransactionContext } from '../../context';

const name = 'log.mark';

/**
 * How far the events have been entered. Up to `settled` none is missing and none can come any more. On PostgreSQL a
 * number is taken before the commit, so that a lower one may appear later: `seen` is settled once all transactions have
 * ended that ran when `until` was read, which was a turn after `seen` was.
 */
export interface ReadingMark {
  settled: number;
  seen: number | null;
  until: string | null;
}

const start: ReadingMark = { settled: 0, seen: null, until: null };

export async function readMark(sql: Pick<Sql, 'all'>): Promise<ReadingMark> {
  const [row] = await sql.all<{ value: string }>('SELECT "value" FROM "KeptValue" WHERE "name" = ?', [name]);
  return row ? (JSON.parse(row.value) as ReadingMark) : start;
}

export async function lastSequence(sql: Pick<Sql, 'all'>): Promise<number> {
  const [row] = await sql.all<{ last: number | null }>('SELECT MAX("sequence") AS "last" FROM "Event"');
  return row?.last ?? 0;
}

interface Snapshot {
  oldest: string;
  next: string;
}

/** Which transactions run: asked before the events are read. Null on SQLite, where one writes at a time. */
export async function runningTransactions({ engine, sql }: TransactionContext): Promise<Snapshot | null> {
  if (engine === 'sqlite') return null;
  const [row] = await sql.all<Snapshot>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS "oldest", pg_snapshot_xmax(pg_current_snapshot())::text AS "next"`,
  );
  return row ?? null;
}

/** The mark after all events were entered that could be read, the last of them `last`. */
export function markAfter(mark: ReadingMark, last: number, running: Snapshot | null): ReadingMark {
  if (!running) return { ...start, settled: last };
  const { settled, seen, until } = mark;
  if (seen === null) return last > settled ? { settled, seen: last, until } : mark;
  if (until === null) return { settled, seen, until: running.next };
  return BigInt(running.oldest) >= BigInt(until) ? { settled: seen, seen: null, until: null } : mark;
}

export async function writeMark({ sql }: TransactionContext, mark: ReadingMark): Promise<void> {
  await sql.run(
    `INSERT INTO "KeptValue" ("name", "value") VALUES (?, ?)
     ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`,
    [name, JSON.stringify(mark)],
  );
}

import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import type { ClearedTable } from '../database.server';
import { SteadyClient } from './steady-client.server';

/** A table larger than this is not written anew: its dead rows are removed, and their bytes go as the space is used. */
const largestRewritten = 64 * 1024 * 1024;
const lockMilliseconds = 500;
/** Tables that everything writes to: they are not locked for this, and what they lose joins nobody with a paper. */
const neverRewritten: ReadonlySet<string> = new Set<ClearedTable>([
  'Elector',
  'Event',
  'Mail',
  'Notification',
  'OutboxJob',
]);

/** The lock was not to be had in time: others work with the table. */
const lockNotAvailable = '55P03';

/**
 * VACUUM removes dead rows, but leaves their bytes in pages that hold others: tables that are not large are written
 * anew, which locks them for as long as that takes. By a connection of its own, outside any transaction.
 */
export async function vacuumTables(url: string, tables: readonly ClearedTable[]): Promise<boolean> {
  const client = new SteadyClient({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = ${lockMilliseconds}`);
    await client.query('SET statement_timeout = 0');
    if (!(await olderReadersAreGone(client))) return false;
    for (const table of tables) if (!(await vacuum(client, table))) return false;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === lockNotAvailable) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** What an older transaction may still look at is not removed: a few seconds for the short ones, else later. */
async function olderReadersAreGone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ now: string }>('SELECT pg_current_xact_id()::xid::text AS now');
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const older = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()
         AND backend_xmin IS NOT NULL AND age(backend_xmin) > age($1::xid) LIMIT 1`,
      [rows[0]?.now],
    );
    if (older.rowCount === 0) return true;
    await rest(100);
  }
  return false;
}

const vacuumAttempts = 10;

/**
 * False where a table that is written anew kept dead rows all the same: somebody who is seen in no view may still look
 * at them (a connection that is only being made counts as a reader of every database). What VACUUM kept stands in the
 * notice of `VERBOSE`, as the first number of its detail in every language.
 */
export async function vacuum(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ size: string }>('SELECT pg_table_size($1) AS size', [`"${table}"`]);
  if (neverRewritten.has(table) || Number(rows[0]?.size ?? 0) > largestRewritten) {
    await client.query(`VACUUM "${table}"`);
    return true;
  }
  for (let attempt = 0; attempt < vacuumAttempts; attempt += 1) {
    if (attempt > 0) await rest(100);
    let kept = 0;
    const count = ({ detail }: { detail?: string }) => {
      kept += Number(/\d+/.exec(detail ?? '')?.[0] ?? 0);
    };
    client.on('notice', count);
    await client.query(`VACUUM (FULL, VERBOSE) "${table}"`).finally(() => client.off('notice', count));
    if (kept === 0) return true;
  }
  return false;
}

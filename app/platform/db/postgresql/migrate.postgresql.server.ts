import { randomUUID } from 'node:crypto';
import { orderByCharacters } from './collation.server';
import { asMap, historyTable, readHistory, writeHistory } from '../migration-history';
import type { HistoryRow, MigrationPort } from '../migration-history';
import { SteadyClient } from './steady-client.server';

export async function postgresqlPort(url: string): Promise<MigrationPort> {
  const client = new SteadyClient({ connectionString: url });
  await client.connect();
  return {
    begin: async () => {
      // A migration takes its time, whatever the database allows others.
      await client.query('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
      // Two processes that start at once: the second waits here.
      await client.query('SELECT pg_advisory_xact_lock(72707369)');
    },
    exec: async (sql) => void (await client.query(sql)),
    settle: async () => void (await client.query(orderByCharacters)),
    applied: async () => {
      await client.query(historyTable.postgresql);
      return asMap((await client.query<HistoryRow>(readHistory)).rows);
    },
    record: async ({ name, checksum }) => {
      const values = [randomUUID(), checksum, name];
      await client.query(`${writeHistory} VALUES ($1, $2, now(), $3, now(), 1)`, values);
    },
    commit: async () => void (await client.query('COMMIT')),
    close: () => client.end(),
  };
}

export async function postgresqlHistory(url: string): Promise<Map<string, string>> {
  const client = new SteadyClient({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ known: boolean }>(
      `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`,
    );
    return rows[0]?.known ? asMap((await client.query<HistoryRow>(readHistory)).rows) : new Map();
  } finally {
    await client.end();
  }
}

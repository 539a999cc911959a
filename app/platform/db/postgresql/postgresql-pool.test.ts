import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from './postgresql-pool.server';
import { migrate } from '../migrate.server';
import { emptyDatabase } from '../../../../tests/setup/database';
import { onPostgresql } from '../../../../tests/setup/needs';
import type { EmptyDatabase } from '../../../../tests/setup/database';

const server = process.env.DATABASE_URL?.startsWith('postgres') ? process.env.DATABASE_URL : undefined;

describe('a PostgreSQL server in a bad way', onPostgresql, () => {
  let made: EmptyDatabase;
  let name: string;
  const role = `gongzhi_few_${process.pid}`;

  async function asOwner(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    made = await emptyDatabase();
    name = new URL(made.url).pathname.slice(1);
    await asOwner(`CREATE ROLE ${role} LOGIN CONNECTION LIMIT 2`);
  });
  afterAll(async () => {
    await made.dispose();
    await asOwner(`DROP ROLE ${role}`);
  });

  it('that takes no further connection is asked by those that are there: nobody is refused', async () => {
    const url = new URL(made.url);
    url.username = role;
    const pool = openPool({ url: url.toString(), max: 8, min: 1, wait: 10_000 });
    const asked = Array.from({ length: 30 }, (_, at) =>
      pool.query<{ at: number }>({ text: 'SELECT $1::int AS at, pg_sleep(0.01)', values: [at] }),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ rows }) => rows[0]?.at)).toEqual(asked.map((_, at) => at));
    await pool.end();
  }, 30_000);

  it('that ends a connection which is lent out ends nothing else: its next question is refused', async () => {
    const pool = openPool({ url: made.url, max: 2, min: 0, wait: 5000 });
    const client = await pool.connect();
    await client.query({ text: 'BEGIN' });
    const gone = new Promise((resolve) => client.once('end', resolve));
    await asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`,
    );
    await gone;
    await expect(client.query({ text: 'SELECT 1' })).rejects.toThrow(/queryable/);
    client.release(true);
    expect((await pool.query({ text: 'SELECT 1 AS one' })).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('is asked one thing at a time by a transaction, as the driver will want it', async () => {
    const pool = openPool({ url: made.url, max: 1, min: 0, wait: 5000 });
    const warned: string[] = [];
    const warn = (warning: Error) => void warned.push(warning.message);
    process.on('warning', warn);
    const client = await pool.connect();
    await client.query({ text: 'BEGIN' });
    const both = await Promise.all(
      [1, 2, 3].map((at) => client.query({ text: 'SELECT $1::int AS at', values: [at] })),
    );
    await client.query({ text: 'COMMIT' });
    client.release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('warning', warn);
    await pool.end();
    expect(both.map(({ rows }) => (rows as { at: number }[])[0]?.at)).toEqual([1, 2, 3]);
    expect(warned.filter((message) => message.includes('already executing'))).toEqual([]);
  });

  it('whose database gives up statements after a moment is migrated all the same, by two at once', async () => {
    await asOwner(`ALTER DATABASE ${name} SET statement_timeout = '100ms'`);
    const applied = await Promise.all([migrate(made.url), migrate(made.url)]);
    // They take turns by migration: each of them is applied by one of the two.
    const [one = [], other = []] = applied;
    expect(new Set([...one, ...other]).size).toBe(one.length + other.length);
    expect(await migrate(made.url)).toEqual([]);
  }, 60_000);
});

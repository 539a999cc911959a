import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { orderByCharacters } from '~/platform/db/postgresql/collation.server';
import type { Database } from '~/platform/db/database.server';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';

export interface EmptyDatabase {
  url: string;
  dispose(): Promise<void>;
}

export interface TestDatabase extends EmptyDatabase {
  database: Database;
}

const folder = path.join(os.tmpdir(), 'gongzhi-tests');
const oneDay = 86_400_000;

function schemaHash(engine: string): string {
  const home = path.resolve('prisma/migrations', engine);
  const hash = createHash('sha256').update(orderByCharacters);
  for (const name of readdirSync(home).sort()) {
    const file = path.join(home, name, 'migration.sql');
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Removes what killed runs and older schemas left behind. */
function removeLeftOver(): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > oneDay) rmSync(file, { force: true });
  }
}

let sqliteBase: Promise<string> | undefined;

async function makeSqliteBase(): Promise<string> {
  const base = path.join(folder, `base-${schemaHash('sqlite')}.sqlite`);
  if (existsSync(base)) return base;
  mkdirSync(folder, { recursive: true });
  removeLeftOver();
  const fresh = `${base}.${randomUUID()}`;
  await migrate(`file:${fresh}`);
  renameSync(fresh, base);
  return base;
}

function sqliteDatabase(base: string | null): EmptyDatabase {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${randomUUID()}.sqlite`);
  if (base) copyFileSync(base, file);
  return {
    url: `file:${file}`,
    dispose: async () => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    },
  };
}

function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function asAdministrator<Result>(
  server: string,
  act: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** The migrated database that others are copied from; made under another name, so that it is whole where it exists. */
function makePostgresqlBase(server: string): Promise<string> {
  const base = `gongzhi_base_${schemaHash('postgresql')}`;
  return asAdministrator(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(72707370)');
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [base]);
    if (known.rowCount) return base;
    await client.query(`DROP DATABASE IF EXISTS ${base}_unfinished`);
    await client.query(`CREATE DATABASE ${base}_unfinished`);
    await migrate(databaseAt(server, `${base}_unfinished`));
    await client.query(`ALTER DATABASE ${base}_unfinished RENAME TO ${base}`);
    return base;
  });
}

/** Asked for once in a process: nothing takes it away meanwhile. */
let postgresqlBase: Promise<string> | undefined;

async function postgresqlDatabase(server: string, base: string): Promise<EmptyDatabase> {
  const name = `gongzhi_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, async (client) => {
    // Two copies of one database at once are refused: they take turns.
    await client.query('SELECT pg_advisory_lock(72707371)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${base}`);
  });
  return {
    url: databaseAt(server, name),
    dispose: () =>
      asAdministrator(server, async (client) => {
        // Sessions tell what they counted when they end. What is tried again has cost its person a second each time.
        const counted = await client.query<{ deadlocks: string }>(
          'SELECT deadlocks FROM pg_stat_database WHERE datname = $1',
          [name],
        );
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        const deadlocks = Number(counted.rows[0]?.deadlocks ?? 0);
        if (deadlocks > 0)
          throw new Error(`PostgreSQL ended ${deadlocks} transactions that waited for each other`);
      }),
  };
}

function postgresqlServer(): string | undefined {
  const url = process.env.DATABASE_URL;
  return url?.startsWith('postgres') ? url : undefined;
}

/** A database of one test's own with nothing in it, not even tables. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const server = postgresqlServer();
  return server ? postgresqlDatabase(server, 'template0') : sqliteDatabase(null);
}

/** A migrated database of one test's own: a copied file, or a copied PostgreSQL database where DATABASE_URL names a server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = postgresqlServer();
  const made = server
    ? await postgresqlDatabase(server, await (postgresqlBase ??= makePostgresqlBase(server)))
    : sqliteDatabase(await (sqliteBase ??= makeSqliteBase()));
  const database = await openDatabase({ url: made.url });
  return {
    database,
    url: made.url,
    dispose: async () => {
      await database.close();
      await made.dispose();
    },
  };
}

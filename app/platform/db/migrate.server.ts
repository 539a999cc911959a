import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Engine } from './database.server';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** What applying needs of a database, the same for both engines. */
interface Port {
  begin(): Promise<void>;
  exec(sql: string): Promise<void>;
  applied(): Promise<Map<string, string>>;
  record(migration: Migration): Promise<void>;
  commit(): Promise<void>;
  close(): Promise<void>;
}

function engineOf(url: string): Engine {
  return url.startsWith('file:') ? 'sqlite' : 'postgresql';
}

/** The migrations on disk for an engine, in order. */
function readMigrations(engine: Engine, folder: string): Migration[] {
  const home = path.join(folder, engine);
  if (!existsSync(home)) throw new Error(`No migrations for ${engine} in ${folder}`);
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(home, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Prisma's own table, so that `prisma migrate deploy` continues where a network exists. */
const historyTable = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL,
    "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`,
};

const readHistory =
  'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL';
const writeHistory = `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")`;

interface HistoryRow {
  migration_name: string;
  checksum: string;
}

function asMap(rows: HistoryRow[]): Map<string, string> {
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

const longestWait = 30_000;

/** Waits while another process migrates, without holding up this one. */
async function whenFree(act: () => void): Promise<void> {
  const until = Date.now() + longestWait;
  for (;;) {
    try {
      return act();
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
      if (!busy || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function sqlitePort(url: string): Port {
  const file = url.replace(/^file:/, '');
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const connection = new BetterSqlite3(file, { timeout: 50 });
  return {
    begin: async () => {
      await whenFree(() => void connection.pragma('journal_mode = WAL'));
      // Rebuilding a table drops it, which would delete what refers to it; inside a transaction it's too late.
      connection.pragma('foreign_keys = OFF');
      await whenFree(() => connection.exec('BEGIN IMMEDIATE'));
    },
    exec: async (sql) => {
      connection.exec(sql);
      const broken = connection.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`it leaves ${broken.length} rows that refer to nothing`);
    },
    applied: async () => {
      connection.exec(historyTable.sqlite);
      return asMap(connection.prepare(readHistory).all() as HistoryRow[]);
    },
    record: async ({ name, checksum }) => {
      connection
        .prepare(`${writeHistory} VALUES (?, ?, current_timestamp, ?, current_timestamp, 1)`)
        .run(randomUUID(), checksum, name);
    },
    commit: async () => void connection.exec('COMMIT'),
    close: async () => void connection.close(),
  };
}

async function postgresqlPort(url: string): Promise<Port> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Two processes that start at once: the second waits here.
  await client.query('SELECT pg_advisory_lock(72707369)');
  return {
    begin: async () => void (await client.query('BEGIN')),
    exec: async (sql) => void (await client.query(sql)),
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

async function sqliteHistory(url: string): Promise<Map<string, string>> {
  const file = url.replace(/^file:/, '');
  if (!existsSync(file)) return new Map();
  const connection = new BetterSqlite3(file);
  try {
    const known = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
    return known ? asMap(connection.prepare(readHistory).all() as HistoryRow[]) : new Map();
  } finally {
    connection.close();
  }
}

async function postgresqlHistory(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
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

function unapplied(migrations: Migration[], applied: Map<string, string>): Migration[] {
  for (const { name, checksum } of migrations) {
    const recorded = applied.get(name);
    if (recorded !== undefined && recorded !== checksum) {
      throw new Error(`Migration ${name} was changed after it was applied to this database`);
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

export interface MigrateOptions {
  /** The folder that holds `sqlite/` and `postgresql/`. */
  folder?: string;
  log?: (line: string) => void;
}

const defaultFolder = path.resolve('prisma/migrations');

/**
 * Applies what has not been applied, each migration in a transaction of its own. Answers the names applied.
 * Throws, naming the migration, where one fails (the earlier ones stay) or was changed after it was applied.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const engine = engineOf(url);
  const migrations = readMigrations(engine, options.folder ?? defaultFolder);
  const port = engine === 'sqlite' ? sqlitePort(url) : await postgresqlPort(url);
  const done: string[] = [];
  try {
    for (;;) {
      await port.begin();
      const [next] = unapplied(migrations, await port.applied());
      if (next) {
        options.log?.(`Migrating: ${next.name}`);
        await port.exec(next.sql).catch((error: Error) => {
          throw new Error(`Migration ${next.name} failed: ${error.message}`, { cause: error });
        });
        await port.record(next);
        done.push(next.name);
      }
      await port.commit();
      if (!next) return done;
    }
  } finally {
    await port.close();
  }
}

/** The names of the migrations on disk that the database lacks; changes nothing and waits for nobody. */
export async function pendingMigrations(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const engine = engineOf(url);
  const migrations = readMigrations(engine, options.folder ?? defaultFolder);
  const applied = await (engine === 'sqlite' ? sqliteHistory(url) : postgresqlHistory(url));
  return unapplied(migrations, applied).map(({ name }) => name);
}

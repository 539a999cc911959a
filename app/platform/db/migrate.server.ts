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
  exec(sql: string): Promise<void>;
  applied(): Promise<Map<string, string>>;
  record(migration: Migration): Promise<void>;
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
    exec: (sql) => whenFree(() => connection.exec(sql)),
    applied: async () => asMap(connection.prepare(readHistory).all() as HistoryRow[]),
    record: async ({ name, checksum }) => {
      connection
        .prepare(`${writeHistory} VALUES (?, ?, current_timestamp, ?, current_timestamp, 1)`)
        .run(randomUUID(), checksum, name);
    },
    close: async () => void connection.close(),
  };
}

async function postgresqlPort(url: string): Promise<Port> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Two processes that start at once: the second waits here.
  await client.query('SELECT pg_advisory_lock(72707369)');
  return {
    exec: async (sql) => void (await client.query(sql)),
    applied: async () => asMap((await client.query<HistoryRow>(readHistory)).rows),
    record: async ({ name, checksum }) => {
      await client.query(`${writeHistory} VALUES ($1, $2, now(), $3, now(), 1)`, [
        randomUUID(),
        checksum,
        name,
      ]);
    },
    close: () => client.end(),
  };
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
 * Applies what has not been applied, each migration in a transaction. Answers the names applied.
 * Throws, naming the migration, where one fails or was changed after it was applied.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const engine = engineOf(url);
  const migrations = readMigrations(engine, options.folder ?? defaultFolder);
  const port = engine === 'sqlite' ? sqlitePort(url) : await postgresqlPort(url);
  const begin = engine === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN';
  const done: string[] = [];
  try {
    if (engine === 'sqlite') await port.exec('PRAGMA journal_mode = WAL');
    await port.exec(begin);
    await port.exec(historyTable[engine]);
    for (const migration of unapplied(migrations, await port.applied())) {
      options.log?.(`Migrating: ${migration.name}`);
      await port.exec(migration.sql).catch((error: Error) => {
        throw new Error(`Migration ${migration.name} failed: ${error.message}`, { cause: error });
      });
      await port.record(migration);
      done.push(migration.name);
    }
    await port.exec('COMMIT');
    return done;
  } finally {
    await port.close();
  }
}

/** The names of the migrations on disk that the database lacks. */
export async function pendingMigrations(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const engine = engineOf(url);
  const migrations = readMigrations(engine, options.folder ?? defaultFolder);
  const port = engine === 'sqlite' ? sqlitePort(url) : await postgresqlPort(url);
  try {
    await port.exec(historyTable[engine]);
    return unapplied(migrations, await port.applied()).map(({ name }) => name);
  } finally {
    await port.close();
  }
}

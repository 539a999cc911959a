import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from './database.server';
import type { Migration } from './migration-history';
import { sha256 } from '~/lib/sha256';

function engineOf(url: string): Engine {
  return url.startsWith('file:') ? 'sqlite' : 'postgresql';
}

/** How an engine is migrated; the other one's client is not read. */
async function waysOf(engine: Engine) {
  if (engine === 'sqlite') {
    const { sqliteHistory, sqlitePort } = await import('./sqlite/migrate.sqlite.server');
    return { history: sqliteHistory, open: sqlitePort };
  }
  const { postgresqlHistory, postgresqlPort } = await import('./postgresql/migrate.postgresql.server');
  return { history: postgresqlHistory, open: postgresqlPort };
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
      return { name, sql, checksum: sha256(sql) };
    });
}

function unapplied(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const names = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !names.has(name));
  if (unknown.length > 0)
    throw new Error(
      `This database belongs to a newer version (${unknown.join(', ')}): start that version, or restore a backup`,
    );
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
  const port = await (await waysOf(engine)).open(url);
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
      if (!next) await port.settle();
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
  const applied = await (await waysOf(engine)).history(url);
  return unapplied(migrations, applied).map(({ name }) => name);
}

import type { Database } from './database.server';
import { insistOnOneHandle } from './one-handle.server';

/**
 * Opens the database that the URL names: `file:…` for SQLite, `postgresql://…` for PostgreSQL; `directUrl` leads to it
 * past a pooler. Outside production it refuses a second handle inside a transaction.
 */
export async function openDatabase({
  url,
  directUrl = url,
}: {
  url: string;
  directUrl?: string;
}): Promise<Database> {
  const database = url.startsWith('file:')
    ? await (await import('./sqlite/sqlite-database.server')).openSqlite(url)
    : await (await import('./postgresql/postgresql-database.server')).openPostgresql(url, directUrl);
  // Tests run the portal as it is served, and are watched all the same.
  const isWatched = process.env.NODE_ENV !== 'production' || process.env.VITEST !== undefined;
  return isWatched ? insistOnOneHandle(database) : database;
}

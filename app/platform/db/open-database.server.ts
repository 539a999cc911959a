import type { Database } from './database.server';

/** Opens the database that the URL names: `file:…` for SQLite, `postgresql://…` for PostgreSQL. */
export async function openDatabase({ url }: { url: string }): Promise<Database> {
  if (url.startsWith('file:')) return (await import('./sqlite-database.server')).openSqlite(url);
  return (await import('./postgresql-database.server')).openPostgresql(url);
}

import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** Copies a SQLite database, while it is in use, to a new file. Refuses to overwrite. */
export async function backup(url: string, target: string): Promise<void> {
  if (!url.startsWith('file:')) throw new Error('This database is PostgreSQL: back it up with pg_dump');
  if (existsSync(target)) throw new Error(`${target} exists already; name a new file`);
  const connection = new BetterSqlite3(url.replace(/^file:/, ''), { fileMustExist: true });
  try {
    await connection.backup(target);
  } finally {
    connection.close();
  }
}

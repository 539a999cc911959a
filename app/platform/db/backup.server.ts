import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { privateFile } from '../files/private-files.server';
import { namingFile } from './sqlite/name-sqlite-file';

function snapshot(source: string, target: string): void {
  const connection = new BetterSqlite3(source, { fileMustExist: true });
  try {
    // VACUUM INTO takes an empty file as it takes none, and leaves its rights.
    closeSync(openSync(target, 'wx', privateFile));
    connection.prepare('VACUUM INTO ?').run(target);
  } finally {
    connection.close();
  }
  const file = openSync(target, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/**
 * Copies a SQLite database, while it is in use, to a new file that holds one moment of it. Refuses to
 * overwrite; a file that is there is whole. Holds up its own process meanwhile: meant for the command line.
 */
export async function backup(url: string, target: string): Promise<void> {
  if (!url.startsWith('file:')) throw new Error('This database is PostgreSQL: back it up with pg_dump');
  if (existsSync(target)) throw new Error(`${target} exists already; name a new file`);
  const unfinished = `${target}.unfinished-${process.pid}`;
  try {
    const file = url.replace(/^file:/, '');
    namingFile(file, () => snapshot(file, unfinished));
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

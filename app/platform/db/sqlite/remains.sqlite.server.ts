import { setTimeout as rest } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { nameFile, namingFile } from './name-sqlite-file';

const attempts = 20;
const restMilliseconds = 50;

interface Checkpoint {
  /** 1 where a reader or writer was in the way. */
  busy: number;
}

/**
 * Copies the write-ahead log into the database file and empties it: `secure_delete` overwrites in the file, but the log
 * keeps each page as it was. By a connection of its own that waits for nobody, so that nothing stands still meanwhile.
 */
export async function truncateLog(file: string): Promise<boolean> {
  const connection = namingFile(file, () => new BetterSqlite3(file, { fileMustExist: true, timeout: 0 }));
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (emptied(connection)) return true;
      await rest(restMilliseconds);
    }
    return false;
  } finally {
    connection.close();
  }
}

function emptied(connection: BetterSqlite3.Database): boolean {
  try {
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as Checkpoint[];
    return result?.busy === 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return false;
    throw nameFile(error, connection.name);
  }
}

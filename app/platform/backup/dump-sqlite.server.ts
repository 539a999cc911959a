import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { backup } from '../db/backup.server';
import { privateFolder } from '../files/private-files.server';
import { BackupFault } from './backup-fault';
import { isCounted } from './dump';
import type { Dumped, DumpPort } from './dump';

function countedIn(file: string): Dumped {
  const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const names = connection
      .prepare(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'table'`)
      .pluck()
      .all();
    const tables = Object.fromEntries(
      (names as string[])
        .filter(isCounted)
        .map((name) => [name, connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
    );
    const migrations = connection
      .prepare(`SELECT "migration_name" FROM "_prisma_migrations" ORDER BY "migration_name"`)
      .pluck()
      .all() as string[];
    return { migrations, tables };
  } finally {
    connection.close();
  }
}

export function sqliteDump(url: string): DumpPort {
  const target = url.replace(/^file:/, '');
  return {
    dump: async (file) => {
      await backup(url, file);
      return countedIn(file);
    },
    ensureEmpty: () => {
      const there = [target, `${target}-wal`].find((file) => existsSync(file));
      if (there) throw new BackupFault(`${there} exists already: move it away, nothing is overwritten`);
      return Promise.resolve();
    },
    restore: (file) => {
      mkdirSync(path.dirname(path.resolve(target)), { recursive: true, mode: privateFolder });
      const part = `${target}.restoring-${process.pid}`;
      try {
        copyFileSync(file, part);
        renameSync(part, target);
      } finally {
        rmSync(part, { force: true });
      }
      return Promise.resolve();
    },
    counted: () => Promise.resolve(countedIn(target)),
  };
}

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { asMap, historyTable, readHistory, writeHistory } from '../migration-history';
import type { HistoryRow, MigrationPort } from '../migration-history';
import { namingFile } from './name-sqlite-file';
import { makePrivateFile } from '../../files/private-files.server';

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

export async function sqlitePort(url: string): Promise<MigrationPort> {
  const file = url.replace(/^file:/, '');
  makePrivateFile(file);
  const connection = namingFile(file, () => new BetterSqlite3(file, { timeout: 50 }));
  return {
    begin: async () => {
      await whenFree(() => namingFile(file, () => void connection.pragma('journal_mode = WAL')));
      // Rebuilding a table drops it, which would delete what refers to it; inside a transaction it's too late.
      connection.pragma('foreign_keys = OFF');
      // As while it runs: what a migration drops is overwritten.
      connection.pragma('secure_delete = ON');
      await whenFree(() => namingFile(file, () => connection.exec('BEGIN IMMEDIATE')));
    },
    exec: async (sql) => {
      namingFile(file, () => connection.exec(sql));
      const broken = connection.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`it leaves ${broken.length} rows that refer to nothing`);
    },
    settle: () => Promise.resolve(),
    applied: async () => {
      return namingFile(file, () => {
        connection.exec(historyTable.sqlite);
        return asMap(connection.prepare(readHistory).all() as HistoryRow[]);
      });
    },
    record: async ({ name, checksum }) => {
      connection
        .prepare(`${writeHistory} VALUES (?, ?, current_timestamp, ?, current_timestamp, 1)`)
        .run(randomUUID(), checksum, name);
    },
    commit: async () => void namingFile(file, () => connection.exec('COMMIT')),
    close: async () => void connection.close(),
  };
}

export async function sqliteHistory(url: string): Promise<Map<string, string>> {
  const file = url.replace(/^file:/, '');
  if (!existsSync(file)) return new Map();
  return namingFile(file, () => {
    const connection = new BetterSqlite3(file);
    try {
      const known = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
      return known ? asMap(connection.prepare(readHistory).all() as HistoryRow[]) : new Map();
    } finally {
      connection.close();
    }
  });
}

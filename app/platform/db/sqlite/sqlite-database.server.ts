import { DatabaseFault } from '../database-fault';
import type { Database, Transaction } from '../database.server';
import type { Prisma } from '../generated/sqlite/client';
import { groupCommit } from './group-commit.server';
import type { WorkScope } from './group-commit.server';
import { probeStatement } from '../migration-history';
import { truncateLog } from './remains.sqlite.server';
import { openConnection } from './sqlite-connection.server';
import type { Connection, OpenedConnection } from './sqlite-connection.server';
import { makePrivateFile } from '../../files/private-files.server';

const cache = 'cache_size = -20000';
// What is deleted is overwritten: a closed ballot's keyed papers are not to be read from free pages.
const writing = [
  'journal_mode = WAL',
  'foreign_keys = ON',
  'synchronous = FULL',
  'secure_delete = ON',
  // In pages (40 MB): what many votes change again and again is copied to the database file less often.
  'wal_autocheckpoint = 10000',
  cache,
];
const reading = ['query_only = ON', cache];

/** What one work may use, for as long as it runs: a later call would land in another caller's work. */
function transactionOf(
  writer: OpenedConnection,
  prisma: Prisma.TransactionClient,
  scope: WorkScope,
): Transaction {
  return {
    engine: 'sqlite',
    prisma: new Proxy(prisma, {
      get(client, name) {
        scope.assertOpen();
        return Reflect.get(client, name) as unknown;
      },
    }),
    sql: {
      all: async (text, values) => {
        scope.assertOpen();
        return writer.sql.all(text, values);
      },
      run: async (text, values) => {
        scope.assertOpen();
        return writer.sql.run(text, values);
      },
    },
    afterCommit: scope.afterCommit,
  };
}

/** Another process holds the lock: an import, a backup, a shell. */
function isHeld(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code === 'SQLITE_PROTOCOL';
}

/** Beginning, ending and undoing, by the connection itself: Prisma does not get over a fault of any of them. */
function endsOf({ connection, prepare }: OpenedConnection) {
  const begin = prepare('BEGIN IMMEDIATE');
  const commit = prepare('COMMIT');
  const undoAll = prepare('ROLLBACK');
  const savepoint = prepare('SAVEPOINT work');
  const release = prepare('RELEASE work');
  const undo = prepare('ROLLBACK TO work');
  const abandon = () => {
    if (connection.inTransaction) undoAll.run();
  };
  return {
    lock: () => {
      // What could not be undone before.
      abandon();
      try {
        begin.run();
        return true;
      } catch (error) {
        if (isHeld(error)) return false;
        throw error;
      }
    },
    savepoint: () => {
      // Alone, SAVEPOINT would begin a transaction of its own.
      if (!connection.inTransaction)
        throw new DatabaseFault('undone', 'The transaction ended before its works did');
      savepoint.run();
    },
    release: () => void release.run(),
    rollback: () => {
      undo.run();
      release.run();
    },
    commit: () => void commit.run(),
    abandon,
  };
}

/**
 * Reads of one turn of the event loop share one snapshot: beginning and ending one for each statement costs
 * more than most statements. It is let go at the next commit of this process, so that nobody reads what was
 * before his own change.
 */
function sharedSnapshot() {
  let held: Connection | null = null;
  const letGo = () => {
    const connection = held;
    held = null;
    if (!connection?.inTransaction) return;
    try {
      connection.exec('COMMIT');
    } catch {
      // A fault of the file: whoever reads is told of it by the own statement. Here it would end the process.
      if (connection.inTransaction) connection.exec('ROLLBACK');
    }
  };
  return {
    letGo,
    beforeRead: (connection: Connection) => {
      if (held) return;
      connection.exec('BEGIN');
      held = connection;
      setImmediate(letGo);
    },
  };
}

/** Opens a SQLite file with two connections: one that writes, by group commit, and one that can only read. */
export async function openSqlite(url: string): Promise<Database> {
  const file = url.replace(/^file:/, '');
  makePrivateFile(file);
  const writer = await openConnection(file, { role: 'writer', pragmas: writing });
  const snapshot = sharedSnapshot();
  const reader = await openConnection(file, {
    role: 'reader',
    pragmas: reading,
    beforeRead: snapshot.beforeRead,
  });
  const ends = endsOf(writer);
  const transaction = groupCommit({
    ...ends,
    commit: () => {
      ends.commit();
      snapshot.letGo();
    },
    run: (batch) =>
      writer.prisma.$transaction((prisma) => batch((scope) => transactionOf(writer, prisma, scope))),
  });
  return {
    engine: 'sqlite',
    read: reader.prisma,
    sql: { all: reader.sql.all },
    transaction,
    probe: async () => void (await transaction((tx) => tx.sql.run(probeStatement))),
    clearRemains: () => truncateLog(file),
    close: async () => {
      snapshot.letGo();
      await reader.prisma.$disconnect();
      await writer.prisma.$disconnect();
    },
  };
}

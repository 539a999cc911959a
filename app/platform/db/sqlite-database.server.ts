import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Database, Transaction } from './database.server';
import type { Prisma } from './generated/sqlite/client';
import { groupCommit } from './group-commit.server';
import type { WorkScope } from './group-commit.server';
import { openConnection } from './sqlite-connection.server';
import type { Connection, OpenedConnection } from './sqlite-connection.server';

const cache = 'cache_size = -65536';
// What is deleted is overwritten: a closed ballot's keyed papers are not to be read from free pages.
const writing = [
  'journal_mode = WAL',
  'foreign_keys = ON',
  'synchronous = FULL',
  'secure_delete = ON',
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

function savepointsOf(connection: Connection) {
  return {
    savepoint: () => {
      // Alone, SAVEPOINT would begin a transaction of its own.
      if (!connection.inTransaction) throw new Error('The transaction ended before its works did');
      connection.exec('SAVEPOINT work');
    },
    release: () => void connection.exec('RELEASE work'),
    rollback: () => void connection.exec('ROLLBACK TO work; RELEASE work'),
    abandon: () => {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    },
  };
}

/** Opens a SQLite file with two connections: one that writes, by group commit, and one that can only read. */
export async function openSqlite(url: string): Promise<Database> {
  const file = url.replace(/^file:/, '');
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const writer = await openConnection(file, writing);
  const reader = await openConnection(file, reading);
  const transaction = groupCommit({
    ...savepointsOf(writer.connection),
    begin: (batch) =>
      writer.prisma.$transaction((prisma) => batch((scope) => transactionOf(writer, prisma, scope))),
  });
  return {
    engine: 'sqlite',
    read: reader.prisma,
    sql: { all: reader.sql.all },
    transaction,
    close: async () => {
      await reader.prisma.$disconnect();
      await writer.prisma.$disconnect();
    },
  };
}

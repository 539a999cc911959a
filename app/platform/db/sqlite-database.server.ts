import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type BetterSqlite3 from 'better-sqlite3';
import type { Database, Sql, SqlValue, Transaction } from './database.server';
import { PrismaClient } from './generated/sqlite/client';
import { groupCommit } from './group-commit.server';

type Connection = BetterSqlite3.Database;

const busyTimeout = 5000;

/** The adapter keeps its connection to itself; pragmas, savepoints and the hot path need it. */
function isConnectionHolder(adapter: object): adapter is { client: Connection } {
  return 'client' in adapter && typeof adapter.client === 'object' && adapter.client !== null;
}

/** Begins transactions as writers, so that none fails at its first write because another process wrote. */
function beginImmediately(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const begin = (text: string) => prepare(text === 'BEGIN' ? 'BEGIN IMMEDIATE' : text);
  connection.prepare = begin as typeof connection.prepare;
}

async function connect(file: string, pragmas: readonly string[]) {
  const inner = new PrismaBetterSqlite3({ url: file, timeout: busyTimeout });
  const adapter = await inner.connect();
  if (!isConnectionHolder(adapter)) throw new Error('The SQLite adapter no longer shows its connection');
  const connection = adapter.client;
  for (const pragma of pragmas) connection.pragma(pragma);
  beginImmediately(connection);
  const factory = { provider: inner.provider, adapterName: inner.adapterName, connect: async () => adapter };
  const prisma = new PrismaClient({
    adapter: factory,
    transactionOptions: { maxWait: 60_000, timeout: 60_000 },
  });
  await prisma.$connect();
  return { prisma, connection };
}

function toSqlite(value: SqlValue): string | number | bigint | null | Uint8Array {
  if (typeof value === 'boolean') return value ? 1 : 0;
  // The same text that Prisma's adapter stores, so that both compare equal.
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  return value;
}

const rememberedStatements = 500;

function sqlOf(connection: Connection): Sql {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const statementOf = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const statement = connection.prepare(text).safeIntegers(false);
    if (statements.size >= rememberedStatements) statements.clear();
    statements.set(text, statement);
    return statement;
  };
  return {
    all: async <Row>(text: string, values: readonly SqlValue[] = []) =>
      statementOf(text).all(values.map(toSqlite)) as Row[],
    run: async (text, values = []) => statementOf(text).run(values.map(toSqlite)).changes,
  };
}

/** Opens a SQLite file with two connections: one that writes, by group commit, and one that can only read. */
export async function openSqlite(url: string): Promise<Database> {
  const file = url.replace(/^file:/, '');
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const writer = await connect(file, [
    'journal_mode = WAL',
    'foreign_keys = ON',
    'synchronous = FULL',
    'cache_size = -65536',
  ]);
  const reader = await connect(file, ['query_only = ON', 'cache_size = -65536']);
  const writerSql = sqlOf(writer.connection);
  const transaction = groupCommit({
    begin: (batch) =>
      writer.prisma.$transaction(async (prisma) => {
        await batch((afterCommit): Transaction => ({
          engine: 'sqlite',
          prisma,
          sql: writerSql,
          afterCommit,
        }));
      }),
    savepoint: () => writer.connection.exec('SAVEPOINT work'),
    release: () => writer.connection.exec('RELEASE work'),
    rollback: () => writer.connection.exec('ROLLBACK TO work; RELEASE work'),
  });
  return {
    engine: 'sqlite',
    read: reader.prisma,
    sql: sqlOf(reader.connection),
    transaction,
    close: async () => {
      await reader.prisma.$disconnect();
      await writer.prisma.$disconnect();
    },
  };
}

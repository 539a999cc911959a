import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type BetterSqlite3 from 'better-sqlite3';
import type { Sql, SqlValue } from './database.server';
import { PrismaClient } from './generated/sqlite/client';

export type Connection = BetterSqlite3.Database;
type Statement = BetterSqlite3.Statement<unknown[]>;

const busyTimeout = 5000;
const rememberedStatements = 1000;
const longestTransaction = { maxWait: 60_000, timeout: 60_000 };

/** Statements by their text, so that each is compiled once. */
function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = make(text);
    if (known.size >= rememberedStatements) known.clear();
    known.set(text, value);
    return value;
  };
}

/** The part of a bound statement that Prisma's adapter uses. */
function boundLater(statement: Statement, before: () => void) {
  const { reader } = statement;
  const columns = reader ? statement.columns() : [];
  const rows = reader ? statement.raw() : statement;
  return {
    run: () => statement.run(),
    bind: (values: unknown[]) => ({
      reader,
      columns: () => columns,
      run: () => statement.run(...values),
      raw: () => ({
        all: () => {
          before();
          return rows.all(...values);
        },
      }),
    }),
  };
}

/**
 * Makes what the adapter prepares cheaper and safer: statements are compiled once, and transactions begin as
 * writers, so that none fails at its first write because another process wrote meanwhile.
 */
function improvePreparing(connection: Connection, prepare: Connection['prepare'], before: () => void): void {
  const statementOf = remembered((text) => boundLater(prepare<unknown[]>(text), before));
  const improved = (text: string) => statementOf(text === 'BEGIN' ? 'BEGIN IMMEDIATE' : text);
  connection.prepare = improved as unknown as Connection['prepare'];
}

/** Values as Prisma's adapter stores them, so that raw and Prisma compare equal: instants as ISO 8601 with `+00:00`. */
function toSqlite(value: SqlValue): string | number | bigint | null | Uint8Array {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  return value;
}

function sqlOf(prepare: Connection['prepare'], before: () => void): Sql {
  const statementOf = remembered((text) => prepare<unknown[]>(text).safeIntegers(false));
  return {
    all: async <Row>(text: string, values: readonly SqlValue[] = []) => {
      before();
      return statementOf(text).all(...values.map(toSqlite)) as Row[];
    },
    run: async (text, values = []) => statementOf(text).run(...values.map(toSqlite)).changes,
  };
}

/** The adapter keeps its connection to itself; pragmas, savepoints and the hot path need it. */
function isConnectionHolder(adapter: object): adapter is { client: Connection } {
  return 'client' in adapter && typeof adapter.client === 'object' && adapter.client !== null;
}

export interface OpenedConnection {
  prisma: PrismaClient;
  connection: Connection;
  sql: Sql;
}

/** Opens one connection, for Prisma and for raw SQL alike; `beforeRead` runs before each query of rows. */
export async function openConnection(
  file: string,
  pragmas: readonly string[],
  beforeRead: (connection: Connection) => void = () => undefined,
): Promise<OpenedConnection> {
  const inner = new PrismaBetterSqlite3({ url: file, timeout: busyTimeout });
  const adapter = await inner.connect();
  if (!isConnectionHolder(adapter)) throw new Error('The SQLite adapter no longer shows its connection');
  const connection = adapter.client;
  for (const pragma of pragmas) connection.pragma(pragma);
  const prepare = connection.prepare.bind(connection);
  const before = () => beforeRead(connection);
  improvePreparing(connection, prepare as Connection['prepare'], before);
  const factory = {
    provider: 'sqlite' as const,
    adapterName: inner.adapterName,
    connect: async () => adapter,
  };
  const prisma = new PrismaClient({ adapter: factory, transactionOptions: longestTransaction });
  await prisma.$connect();
  return { prisma, connection, sql: sqlOf(prepare as Connection['prepare'], before) };
}

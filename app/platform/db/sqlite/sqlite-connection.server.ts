import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type BetterSqlite3 from 'better-sqlite3';
import type { Sql, SqlValue } from '../database.server';
import { PrismaClient } from '../generated/sqlite/client';
import { shortenLists } from '../lists/long-lists';
import type { Statement } from '../lists/long-lists';
import { splitInsert, unboundedValues } from '../lists/many-rows';
import { nameFile, namingFile } from './name-sqlite-file';
import { rememberedByText } from '~/lib/remembered-by-text';

export type Connection = BetterSqlite3.Database;
type CompiledStatement = BetterSqlite3.Statement<unknown[]>;

/** Milliseconds that opening waits for another process that opens or repairs the file. */
const openingTimeout = 5000;
/** Afterwards: waiting holds up everything else in this process. Who writes waits by `groupCommit`. */
const busyTimeout = { writer: 0, reader: 250 };
/** Longer statements hold lists of values, each of another length. */
const kept = { most: 1000, longest: 10_000 };
const longestTransaction = { maxWait: 60_000, timeout: 60_000 };

/** By the text of a statement, so that each is compiled once. */
const remembered = <Value>(make: (text: string) => Value) => rememberedByText(make, kept);

/** A statement as it is sent: without long lists of values, and in several parts where it has too many rows. */
function partsOf(text: string, values: readonly unknown[]): Statement[] {
  return splitInsert(shortenLists('sqlite', { text, values }));
}

interface Compiled {
  reader: boolean;
  columns: unknown[];
  /** Answers rows as lists. */
  statement: CompiledStatement;
}

function compile(statement: CompiledStatement): Compiled {
  const { reader } = statement;
  return {
    reader,
    columns: reader ? statement.columns() : [],
    statement: reader ? statement.raw() : statement,
  };
}

const sum = (changes: number[]) => changes.reduce((all, some) => all + some, 0);

/** The part of a bound statement that Prisma's adapter uses; compiled once its values are known. */
function boundLater(text: string, compiled: (text: string) => Compiled, before: () => void) {
  return {
    run: () => compiled(text).statement.run(),
    bind: (values: unknown[]) => {
      const parts = partsOf(text, values).map((part) => ({ ...compiled(part.text), values: part.values }));
      const [first] = parts;
      return {
        reader: first?.reader ?? false,
        columns: () => first?.columns ?? [],
        run: () => ({
          changes: sum(parts.map((part) => part.statement.run(...part.values).changes)),
        }),
        raw: () => ({
          all: () => {
            before();
            return parts.flatMap((part) => part.statement.all(...part.values));
          },
        }),
      };
    },
  };
}

/** What Prisma says at the ends of a transaction, where we begin and end it: a fault there leaves it waiting for ever. */
const ends = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const saidInVain = { run: () => ({ changes: 0 }), reader: false };
const inVain = { ...saidInVain, bind: () => saidInVain };

/** Makes what the adapter prepares cheaper and safer: statements are compiled once, and of any number of values. */
function improvePreparing(connection: Connection, prepare: Connection['prepare'], before: () => void): void {
  const compiled = remembered((text) => compile(prepare<unknown[]>(text)));
  const improved = remembered((text) => (ends.has(text) ? inVain : boundLater(text, compiled, before)));
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
      const parts = partsOf(text, values.map(toSqlite));
      return parts.flatMap((part) => statementOf(part.text).all(...part.values)) as Row[];
    },
    run: async (text, values = []) => {
      const parts = partsOf(text, values.map(toSqlite));
      return sum(parts.map((part) => statementOf(part.text).run(...part.values).changes));
    },
  };
}

/** The adapter keeps its connection to itself; pragmas, savepoints and the hot path need it. */
function isConnectionHolder(adapter: object): adapter is { client: Connection } {
  return 'client' in adapter && typeof adapter.client === 'object' && adapter.client !== null;
}

/** Every statement of the connection, whoever compiles and runs it, says in its faults which file it was. */
function nameFileInFaults(connection: Connection, file: string): void {
  const prepare = connection.prepare.bind(connection) as Connection['prepare'];
  const exec = connection.exec.bind(connection);
  const pragma = connection.pragma.bind(connection);
  connection.exec = (text) => namingFile(file, () => exec(text));
  connection.pragma = (text, options) => namingFile(file, () => pragma(text, options));
  connection.prepare = ((text: string) => {
    const statement = namingFile(file, () => prepare<unknown[]>(text));
    const [run, all] = [statement.run.bind(statement), statement.all.bind(statement)];
    statement.run = (...values) => namingFile(file, () => run(...values));
    statement.all = (...values) => namingFile(file, () => all(...values));
    return statement;
  }) as Connection['prepare'];
}

export interface OpenedConnection {
  prisma: PrismaClient;
  connection: Connection;
  sql: Sql;
  /** Compiles without Prisma's improvements: for what begins and ends transactions. */
  prepare: Connection['prepare'];
}

export interface ConnectionOptions {
  role: keyof typeof busyTimeout;
  pragmas: readonly string[];
  /** Runs before each query of rows. */
  beforeRead?: (connection: Connection) => void;
}

/** Opens one connection, for Prisma and for raw SQL alike. */
export async function openConnection(
  file: string,
  { role, pragmas, beforeRead = () => undefined }: ConnectionOptions,
): Promise<OpenedConnection> {
  const inner = new PrismaBetterSqlite3({ url: file, timeout: openingTimeout });
  const adapter = await inner.connect().catch((error: unknown) => {
    throw nameFile(error, file);
  });
  if (!isConnectionHolder(adapter)) throw new Error('The SQLite adapter no longer shows its connection');
  const connection = adapter.client;
  nameFileInFaults(connection, file);
  for (const pragma of pragmas) connection.pragma(pragma);
  connection.pragma(`busy_timeout = ${busyTimeout[role]}`);
  const prepare = connection.prepare.bind(connection) as Connection['prepare'];
  const before = () => beforeRead(connection);
  improvePreparing(connection, prepare, before);
  // Prisma would cut long lists by itself, but not those of sorted rows, and in a transaction of its own.
  Object.assign(adapter, {
    getConnectionInfo: () => ({ maxBindValues: unboundedValues, supportsRelationJoins: false }),
  });
  const factory = {
    provider: 'sqlite' as const,
    adapterName: inner.adapterName,
    connect: async () => adapter,
  };
  const prisma = new PrismaClient({ adapter: factory, transactionOptions: longestTransaction });
  await prisma.$connect();
  return { prisma, connection, sql: sqlOf(prepare, before), prepare };
}

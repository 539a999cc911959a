import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { runActs } from '../after-commit';
import { checkOrder } from './collation.server';
import { DatabaseFault, faultOf } from '../database-fault';
import type { Database, Sql, SqlValue, Transaction } from '../database.server';
import { PrismaClient as PostgresqlClient } from '../generated/postgresql/client';
import type { Prisma, PrismaClient } from '../generated/sqlite/client';
import { probeStatement } from '../migration-history';
import { unboundedValues } from '../lists/many-rows';
import { openPool } from './postgresql-pool.server';
import { vacuumTables } from './remains.postgresql.server';

interface RawClient {
  $queryRawUnsafe<Rows>(text: string, ...values: unknown[]): Promise<Rows>;
  $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number>;
}

/** `?` places become `$1`, `$2` …; quoted text is left as it is. */
export function numberPlaces(text: string): string {
  let count = 0;
  return text.replace(/'[^']*'|"[^"]*"|\?/g, (part) => (part === '?' ? `$${(count += 1)}` : part));
}

/** COUNT answers a bigint: a number where it is exact, as on SQLite. */
function withNumbers(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) row[name] = Number(value);
  }
  return row;
}

function sqlOf(client: RawClient): Sql {
  return {
    all: async <Row>(text: string, values: readonly SqlValue[] = []) => {
      const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(numberPlaces(text), ...values);
      return rows.map(withNumbers) as Row[];
    },
    run: (text, values = []) => client.$executeRawUnsafe(numberPlaces(text), ...values),
  };
}

const mostAttempts = 4;
const firstRest = 20;

/** Deadlocks and failed serializations are got past by another attempt; those who met go on at different times. */
async function again<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      const kind = faultOf(error);
      if (!kind) throw error;
      if (kind !== 'conflict' || attempt === mostAttempts) {
        throw new DatabaseFault(kind, error instanceof Error ? error.message : String(error), {
          cause: error,
        });
      }
      await pause(firstRest * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

const longestTransaction = { maxWait: 15_000, timeout: 30_000 };
/** Numbers of connections and milliseconds: those that write, those that read, and the one that is always there. */
const pools = {
  writers: { max: 10, min: 2, wait: 10_000 },
  readers: { max: 8, min: 2, wait: 10_000, statement: 30_000 },
  probe: { max: 1, min: 1, wait: 2000, statement: 2000 },
};

function clientOf(pool: Pool): PostgresqlClient {
  const inner = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = async () => {
    const adapter = await inner.connect();
    const known = adapter.getConnectionInfo();
    // The pool sees to long lists; Prisma would refuse those of sorted rows.
    return Object.assign(adapter, {
      getConnectionInfo: () => ({ ...known, maxBindValues: unboundedValues }),
    });
  };
  return new PostgresqlClient({
    adapter: { provider: inner.provider, adapterName: inner.adapterName, connect },
    transactionOptions: longestTransaction,
  });
}

/** Opens a PostgreSQL database: each transaction has a connection of its own and commits alone. */
export async function openPostgresql(url: string, directUrl: string): Promise<Database> {
  const readers = openPool({ url, ...pools.readers });
  const probes = openPool({ url, ...pools.probe });
  const writer = clientOf(openPool({ url, ...pools.writers }));
  const reader = clientOf(readers);
  const close = async () => {
    await Promise.all([writer.$disconnect(), reader.$disconnect(), probes.end()]);
  };
  await writer.$connect();
  await reader.$connect();
  await checkOrder(readers).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  async function once<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const acts: (() => void)[] = [];
    const result = await writer.$transaction(async (prisma) =>
      work({
        engine: 'postgresql',
        // Both clients come from one schema: the types differ only in the engine's name.
        prisma: prisma as unknown as Prisma.TransactionClient,
        sql: sqlOf(prisma),
        afterCommit: (act) => acts.push(act),
      }),
    );
    runActs(acts);
    return result;
  }

  return {
    engine: 'postgresql',
    read: reader as unknown as PrismaClient,
    sql: { all: sqlOf(reader).all },
    transaction: (work) => again(() => once(work)),
    probe: async () => void (await probes.query({ text: probeStatement })),
    clearRemains: (tables) => vacuumTables(directUrl, tables),
    close,
  };
}

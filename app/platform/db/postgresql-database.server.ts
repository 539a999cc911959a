import { PrismaPg } from '@prisma/adapter-pg';
import type { Database, Sql, SqlValue, Transaction } from './database.server';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client';
import type { Prisma, PrismaClient } from './generated/sqlite/client';
import { runActs } from './after-commit';
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

const retryable = new Set<unknown>(['40001', '40P01', 'P2034']);
const mostAttempts = 4;

/** True for a deadlock or a failed serialization, which another attempt can get past. */
function isRetryable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  if (retryable.has(code) || retryable.has(originalCode) || kind === 'TransactionWriteConflict') return true;
  return [cause, meta, driverAdapterError].some((inner) => isRetryable(inner, depth + 1));
}

/** Opens a PostgreSQL database: each transaction has a connection of its own and commits alone. */
export async function openPostgresql(url: string): Promise<Database> {
  const client = new PostgresqlClient({
    adapter: new PrismaPg({ connectionString: url, max: 10 }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
  await client.$connect();

  async function once<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const acts: (() => void)[] = [];
    const result = await client.$transaction(async (prisma) =>
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
    read: client as unknown as PrismaClient,
    sql: { all: sqlOf(client).all },
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt === mostAttempts || !isRetryable(error)) throw error;
        }
      }
    },
    clearRemains: (tables) => vacuumTables(url, tables),
    close: () => client.$disconnect(),
  };
}

import { PrismaPg } from '@prisma/adapter-pg';
import type { Database, Sql, SqlValue, Transaction } from './database.server';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client';
import type { Prisma, PrismaClient } from './generated/sqlite/client';

interface RawClient {
  $queryRawUnsafe<Rows>(text: string, ...values: unknown[]): Promise<Rows>;
  $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number>;
}

/** `?` places become `$1`, `$2` …; quoted text is left as it is. */
export function numberPlaces(text: string): string {
  let count = 0;
  return text.replace(/'[^']*'|\?/g, (part) => (part === '?' ? `$${(count += 1)}` : part));
}

function sqlOf(client: RawClient): Sql {
  return {
    all: <Row>(text: string, values: readonly SqlValue[] = []) =>
      client.$queryRawUnsafe<Row[]>(numberPlaces(text), ...values),
    run: (text, values = []) => client.$executeRawUnsafe(numberPlaces(text), ...values),
  };
}

const retryable = ['40001', '40P01', 'P2034'];

function isRetryable(error: unknown): boolean {
  return error instanceof Error && retryable.some((code) => JSON.stringify(error).includes(code));
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
    for (const act of acts) act();
    return result;
  }

  return {
    engine: 'postgresql',
    read: client as unknown as PrismaClient,
    sql: sqlOf(client),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt === 4 || !isRetryable(error)) throw error;
        }
      }
    },
    close: () => client.$disconnect(),
  };
}

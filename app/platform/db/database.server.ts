import type { Prisma, PrismaClient } from './generated/sqlite/client';

export type { Prisma };

export type Engine = 'sqlite' | 'postgresql';
export type SqlValue = string | number | bigint | boolean | null | Uint8Array | Date;

/** Raw SQL for hot paths and engine-specific queries: `?` placeholders on both engines. */
export interface Sql {
  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a statement and answers the number of rows changed. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
}

export interface Transaction {
  engine: Engine;
  prisma: Prisma.TransactionClient;
  sql: Sql;
  /** Runs once the transaction is durably committed (cache invalidation, waking the worker). */
  afterCommit(act: () => void): void;
}

export interface Database {
  engine: Engine;
  /** Reads only; on SQLite a connection of its own that cannot write. */
  read: Omit<PrismaClient, '$transaction'>;
  sql: Pick<Sql, 'all'>;
  /**
   * Runs `work` in one transaction. On SQLite several callers share one commit (group commit), each in
   * its own savepoint: a throw undoes only its own work, and each caller is answered after the commit.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

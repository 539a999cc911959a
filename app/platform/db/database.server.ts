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

/** `fields` names the columns, to compare one with another. */
type ReadingMethod =
  | 'fields'
  | 'aggregate'
  | 'count'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'groupBy';

/** Prisma's access to the tables, without what writes. */
export type Reader = {
  [Model in Exclude<keyof PrismaClient, `$${string}` | symbol>]: Pick<PrismaClient[Model], ReadingMethod>;
};

/** What can only be read from. */
export interface Reads {
  engine: Engine;
  read: Reader;
  sql: Pick<Sql, 'all'>;
}

export interface Transaction {
  engine: Engine;
  prisma: Prisma.TransactionClient;
  sql: Sql;
  /** Runs once the transaction is durably committed (cache invalidation, waking the worker). */
  afterCommit(act: () => void): void;
}

/** Tables whose deleted rows must not be read from the disk. */
export type ClearedTable =
  | 'Ballot'
  | 'BallotPaper'
  | 'Elector'
  | 'Event'
  | 'Mail'
  | 'Notification'
  | 'OutboxJob'
  | 'Participant'
  | 'Statement'
  | 'StatementAnswer';

/** Its reads are of what is committed; on SQLite by a connection of its own that cannot write. */
export interface Database extends Reads {
  /**
   * Runs `work` in one transaction. On SQLite several callers share one commit (group commit), each in
   * its own savepoint: a throw undoes only its own work, and each caller is answered after the commit.
   * Throws a `DatabaseFault` where the database could not, through no fault of the work.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Writes, as a transaction would, and keeps nothing of it. Throws where nothing can be written now. */
  probe(): Promise<void>;
  /**
   * Removes what deleted and changed rows of these tables leave behind: in the write-ahead log and free pages (SQLite),
   * as dead rows in the tables' files (PostgreSQL). Answers false where others hold the database: try again later.
   */
  clearRemains(tables: readonly ClearedTable[]): Promise<boolean>;
  close(): Promise<void>;
}

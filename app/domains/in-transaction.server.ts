import type { Context, TransactionContext } from './context';
import type { Transaction } from '~/platform/db/database.server';

/** The context whose reads and writes are the transaction's. */
function within(ctx: Context, tx: Transaction): TransactionContext {
  return { ...ctx, ...tx, database: { engine: tx.engine, read: tx.prisma, sql: tx.sql } };
}

/**
 * Runs `work` in one transaction, as `Database.transaction` does, and hands on the context inside it. Its parameter is
 * named as the context outside, which is so out of reach: what runs meanwhile on another connection would wait for a
 * second one of the pool while it holds the first. The actor and all else are those of the context given.
 */
export function inTransaction<Result>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  return ctx.database.transaction((tx) => work(within(ctx, tx)));
}

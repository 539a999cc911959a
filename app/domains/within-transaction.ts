import type { Context } from './context';
import type { Transaction } from '~/platform/db/database.server';

/**
 * The context inside a transaction: queries and use cases that are called with it read what the transaction reads, and
 * write with it or not at all. Whoever holds a transaction calls functions that take a context alone with this one; a
 * read by `ctx.database` would take a second connection while the first is held.
 */
export function withinTransaction(ctx: Context, tx: Transaction): Context {
  return {
    ...ctx,
    database: {
      engine: tx.engine,
      read: tx.prisma as unknown as Context['database']['read'],
      sql: tx.sql,
      transaction: (work) => work(tx),
      probe: () => Promise.reject(new Error('Not within a transaction')),
      clearRemains: () => Promise.reject(new Error('Not within a transaction')),
      close: () => Promise.reject(new Error('Not within a transaction')),
    },
  };
}

import type { Context } from './context';
import type { Transaction } from '~/platform/db/database.server';

/** A context whose use cases all run in the one transaction: what they do is done together, or not at all. */
export function withinTransaction(ctx: Context, tx: Transaction): Context {
  return {
    ...ctx,
    database: {
      ...ctx.database,
      read: tx.prisma as unknown as Context['database']['read'],
      sql: tx.sql,
      transaction: (work) => work(tx),
      close: () => Promise.reject(new Error('Not within a transaction')),
    },
  };
}

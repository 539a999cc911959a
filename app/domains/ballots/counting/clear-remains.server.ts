import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';

const tables = ['BallotPaper', 'Ballot', 'Elector', 'Event'] as const;

/**
 * What deleted rows leave behind is cleared away once a ballot is over and its keyed papers are removed: log, free
 * pages and dead rows. Tried again at the next turn where others hold the database. Answers whether it was done.
 */
export async function clearRemainsOfBallots(ctx: Context): Promise<void> {
  const over = await ctx.database.read.ballot.findMany({
    where: { state: { in: ['closed', 'cancelled'] }, clearedAt: null, papers: { none: {} } },
    select: { id: true },
    take: 100,
  });
  if (over.length === 0 || !(await ctx.database.clearRemains(tables))) return;
  const ids = over.map((ballot) => ballot.id);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.ballot.updateMany({ where: { id: { in: ids } }, data: { clearedAt: ctx.clock.now() } }),
  );
}

import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { eachByItself } from '../../each-by-itself';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { rollKeptDays } from './kept-days';

const ballotsARun = 20;

/** Removes the rolls of ballots that have been over for the term that their page states. Answers how many. */
export async function removeOldRolls(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - rollKeptDays * 24 * 3600_000);
  const over = await ctx.database.read.ballot.findMany({
    where: { state: { in: ['closed', 'cancelled'] }, closedAt: { lte: before }, rollLines: { some: {} } },
    select: { id: true, title: true, areaId: true },
    take: ballotsARun,
  });
  await eachByItself(over, ({ id, title, areaId }) =>
    inTransaction(ctx, async (ctx) => {
      const { count } = await ctx.prisma.rollLine.deleteMany({ where: { ballotId: id } });
      if (count === 0) return;
      await appendEvent(ctx, ballotEvents, {
        type: 'ballot.roll-removed',
        subjectKind: 'ballot',
        subjectId: id,
        areaId,
        publicData: { title },
      });
    }),
  );
  return over.length;
}

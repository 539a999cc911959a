import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { daysWithContact } from '../../held-terms';

/**
 * Empties how to reach the callers of orders that ended so many days ago: the call-back is over then, and nobody has a
 * reason to call any more. Answers how many callers; the clock must be believed.
 */
export async function forgetCallers(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - daysWithContact * 24 * 3600_000);
  const { count } = await inTransaction(ctx, (ctx) =>
    ctx.prisma.workOrderCaller.updateMany({
      where: { sealedContact: { not: null }, workOrder: { closedAt: { lt: before } } },
      data: { sealedContact: null, hasPhone: false },
    }),
  );
  return count;
}

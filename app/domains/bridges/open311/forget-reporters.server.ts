import type { Context } from '../../context';
import { endedFeedback } from '../../feedback/index.server';
import { daysWithContact } from '../../held-terms';
import { inTransaction } from '../../in-transaction.server';

/** Rows looked at together. */
const step = 200;

/**
 * Empties who asked through another system once their feedback ended so many days ago, and who sent updates, which
 * nothing reads after they took effect. Answers how many; the clock must be believed.
 */
export async function forgetReporters(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - daysWithContact * 24 * 3600_000);
  const senders = await inTransaction(ctx, (ctx) =>
    ctx.prisma.externalUpdate.updateMany({
      where: { sealedSender: { not: null }, receivedAt: { lt: before } },
      data: { sealedSender: null },
    }),
  );
  return senders.count + (await forgetAskers(ctx, before));
}

async function forgetAskers(ctx: Context, before: Date): Promise<number> {
  let forgotten = 0;
  for (let after = ''; ;) {
    const rows = await ctx.database.read.externalRequest.findMany({
      where: { sealedReporter: { not: null }, createdAt: { lt: before }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: step,
      select: { id: true, feedbackId: true },
    });
    const last = rows.at(-1);
    if (!last) return forgotten;
    after = last.id;
    const feedbackIds = rows.map(({ feedbackId }) => feedbackId);
    forgotten += await inTransaction(ctx, async (ctx) => {
      const over = await endedFeedback(ctx, feedbackIds, before);
      const { count } = await ctx.prisma.externalRequest.updateMany({
        where: { feedbackId: { in: [...over] } },
        data: { sealedReporter: null },
      });
      return count;
    });
  }
}

import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { moveFeedback } from './move-feedback.server';
import { mayWithdrawFeedback } from './policy';
import { removeText } from '~/platform/db/search';

/** The author takes feedback back before anybody has answered it. */
export async function withdrawFeedback(ctx: Context, feedbackId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const feedback = await ctx.prisma.feedback.findUnique({ where: { id: feedbackId } });
    if (!feedback) throw new DomainError('not-found');
    ensure(mayWithdrawFeedback(ctx.actor, feedback));
    await moveFeedback(ctx, [feedbackId], {
      ...{ event: 'withdraw', tells: 'feedback.withdrawn', because: { ground: 'asker-withdrew' } },
    });
    await forgetDone(ctx, feedbackId);
    await removeText(ctx, 'feedback', feedbackId);
  });
}

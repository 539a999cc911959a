import type { Context } from '../context';
import { forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { moveFeedback } from './move-feedback.server';
import { mayWithdrawFeedback } from './policy';
import { removeText } from '~/platform/db/search';

/** The author takes feedback back before anybody has answered it. */
export async function withdrawFeedback(ctx: Context, feedbackId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const feedback = await tx.prisma.feedback.findUnique({ where: { id: feedbackId } });
    if (!feedback) throw new DomainError('not-found');
    ensure(mayWithdrawFeedback(ctx.actor, feedback));
    await moveFeedback(tx, ctx, { feedbackId, event: 'withdraw', tells: 'feedback.withdrawn' });
    await forgetDone(tx, feedbackId);
    await removeText(tx, 'feedback', feedbackId);
  });
}

import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { moveFeedback, writeAnswer } from './move-feedback.server';
import { mayDecideFeedback } from './policy';

/** A moderator answers feedback, or refuses it with the reason. */
export async function decideFeedback(
  ctx: Context,
  feedbackId: string,
  input: { act: 'answer' | 'refuse'; words: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const feedback = await ctx.prisma.feedback.findUnique({ where: { id: feedbackId } });
    if (!feedback) throw new DomainError('not-found');
    ensure(mayDecideFeedback(ctx.actor, feedback));
    await moveFeedback(ctx, [feedbackId], {
      event: input.act,
      tells: input.act === 'answer' ? 'feedback.answered' : 'feedback.refused',
      because: { ground: 'in-words', words: input.words },
      publicData: input.act === 'refuse' ? { reason: input.words } : {},
    });
    await writeAnswer(ctx, feedbackId, input.words);
  });
}

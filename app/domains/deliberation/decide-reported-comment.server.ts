import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { moderationEvents } from '../moderation/events';
import { settleQueueItems } from '../moderation/index.server';
import { mayModerateComment } from './policy';

/** A moderator hides a reported comment, or keeps it. Throws `conflict` where no report waits: another has decided. */
export async function decideReportedComment(
  ctx: Context,
  input: { commentId: string; hide: boolean; reason: string; again?: boolean },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const comment = await ctx.prisma.comment.findUnique({ where: { id: input.commentId } });
    if (!comment) throw new DomainError('not-found');
    ensure(mayModerateComment(ctx.actor, comment));
    const settled = await settleQueueItems(ctx, {
      subjectKind: 'comment',
      subjectId: comment.id,
      kinds: ['report'],
      decision: input.hide ? 'hidden' : 'kept',
      reason: input.reason,
    });
    if (settled === 0 && !(input.again && comment.hiddenAt))
      throw new DomainError('conflict', { reason: 'already-decided' });
    await ctx.prisma.comment.update({
      where: { id: comment.id },
      data: input.hide
        ? { hiddenAt: ctx.clock.now(), hiddenReason: input.reason }
        : { hiddenAt: null, hiddenReason: null },
    });
    await appendEvent(ctx, moderationEvents, {
      type: input.hide ? 'content.hidden' : 'content.kept',
      subjectKind: comment.subjectKind,
      subjectId: comment.subjectId,
      areaId: comment.areaId,
      publicData: { title: '', reason: input.reason, threadId: comment.threadId, commentId: comment.id },
      privateData: { authorId: comment.authorId },
    });
  });
}

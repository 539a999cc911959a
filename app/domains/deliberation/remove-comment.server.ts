import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { detachAll } from '../files/index.server';
import { appendEvent } from '../ledger/index.server';
import { countComment } from '../proposals/index.server';
import { deliberationEvents } from './events';
import { mayRemoveComment } from './policy';

/** The author takes a comment back, with its earlier versions and pictures; answers to it stay. */
export async function removeComment(ctx: Context, commentId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  await inTransaction(ctx, async (ctx) => {
    const comment = await ctx.prisma.comment.findUnique({ where: { id: commentId } });
    if (!comment) throw new DomainError('not-found');
    ensure(mayRemoveComment(ctx.actor, comment));
    const removed = await ctx.prisma.comment.updateMany({
      where: { id: commentId, removedAt: null },
      data: { removedAt: ctx.clock.now(), body: '', bodyHtml: '', quote: null },
    });
    if (removed.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDone(ctx, commentId);
    await ctx.prisma.commentVersion.deleteMany({ where: { commentId } });
    await detachAll(ctx, 'comment', [commentId]);
    await ctx.prisma.commentMention.deleteMany({ where: { commentId } });
    const { subjectKind, subjectId, areaId } = comment;
    if (subjectKind === 'proposal') await countComment(ctx, subjectId, -1);
    await appendEvent(ctx, deliberationEvents, {
      type: 'comment.removed',
      subjectKind,
      subjectId,
      areaId,
      publicData: { title: '' },
      privateData: { commentId },
    });
  });
}

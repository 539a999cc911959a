import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { deliberationEvents } from './events';
import { mayEditComment } from './policy';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** The author corrects a comment soon after posting; what stood there before stays readable as a version. */
export async function editComment(ctx: Context, input: { commentId: string; body: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const comment = await ctx.prisma.comment.findUnique({ where: { id: input.commentId } });
    if (!comment) throw new DomainError('not-found');
    const now = ctx.clock.now();
    ensure(mayEditComment(ctx.actor, comment, now));
    if (comment.body === input.body) return;
    const { id, version, body, bodyHtml } = comment;
    const edited = await ctx.prisma.comment.updateMany({
      where: { id, version, removedAt: null, hiddenAt: null },
      data: {
        body: input.body,
        bodyHtml: renderMarkdown(input.body),
        editedAt: now,
        version: version + 1,
      },
    });
    if (edited.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await ctx.prisma.commentVersion.create({
      data: { commentId: id, version, body, bodyHtml, writtenAt: comment.editedAt ?? comment.createdAt },
    });
    const { subjectKind, subjectId, areaId, threadId } = comment;
    await appendEvent(ctx, deliberationEvents, {
      type: 'comment.edited',
      subjectKind,
      subjectId,
      areaId,
      publicData: { title: '', threadId, commentId: id },
    });
  });
}

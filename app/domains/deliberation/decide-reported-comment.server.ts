import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import type { HidingDecision } from '../known-subjects';
import { appendEvent, keyOfSubject } from '../ledger/index.server';
import { moderationEvents } from '../moderation/events';
import { settleReports } from '../moderation/index.server';
import { mayModerateComment } from './policy';

/**
 * A moderator hides a reported comment, or keeps it. Throws `conflict` where no report waits: another has decided;
 * `unasked` hides or shows again without a report.
 */
export async function decideReportedComment(
  ctx: Context,
  input: { commentId: string } & HidingDecision,
): Promise<void> {
  const title = await titleOfMatter(ctx, input.commentId);
  await inTransaction(ctx, async (ctx) => {
    const comment = await ctx.prisma.comment.findUnique({ where: { id: input.commentId } });
    if (!comment) throw new DomainError('not-found');
    ensure(mayModerateComment(ctx.actor, comment));
    const about = { subjectKind: 'comment', subjectId: comment.id, title };
    const ground = await settleReports(ctx, { ...comment, ...about }, input);
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
      publicData: {
        ...{ title: '', reason: input.reason, ground },
        ...{ threadId: comment.threadId, commentId: comment.id },
      },
      privateData: { authorId: comment.authorId },
    });
  });
}

/** A comment has no title of its own: in the queue it stands under that of what is discussed. */
async function titleOfMatter(ctx: Context, commentId: string): Promise<string> {
  const comment = await ctx.database.read.comment.findUnique({
    where: { id: commentId },
    select: { subjectKind: true, subjectId: true },
  });
  if (!comment) throw new DomainError('not-found');
  const key = { kind: comment.subjectKind, id: comment.subjectId };
  const found = await ctx.subjects.access.readable(ctx, [key]);
  return found.get(keyOfSubject(key))?.title ?? '';
}

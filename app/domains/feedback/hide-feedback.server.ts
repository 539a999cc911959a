import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import type { HidingDecision } from '../known-subjects';
import { appendEvent } from '../ledger/index.server';
import { moderationEvents } from '../moderation/events';
import { settleReports } from '../moderation/index.server';
import { mayModerateFeedback } from './policy';
import { indexText, removeText } from '~/platform/db/search';

/**
 * A moderator hides reported feedback, or keeps it, with a reason that the author gets. Throws `conflict` where no
 * report waits: another has decided; `unasked` hides or shows again without a report.
 */
export async function decideReportedFeedback(
  ctx: Context,
  input: { feedbackId: string } & HidingDecision,
): Promise<void> {
  const { feedbackId, hide, reason } = input;
  await inTransaction(ctx, async (ctx) => {
    const feedback = await ctx.prisma.feedback.findUnique({ where: { id: feedbackId } });
    if (!feedback) throw new DomainError('not-found');
    ensure(mayModerateFeedback(ctx.actor, feedback));
    const about = { subjectKind: 'feedback', subjectId: feedbackId };
    const ground = await settleReports(ctx, { ...feedback, ...about }, input);
    const { title, body, isPublic, state } = feedback;
    if (hide || !isPublic || state === 'withdrawn') await removeText(ctx, 'feedback', feedbackId);
    else await indexText(ctx, { kind: 'feedback', id: feedbackId, title, body });
    await ctx.prisma.feedback.update({
      where: { id: feedbackId },
      data: hide
        ? { hiddenAt: ctx.clock.now(), hiddenReason: reason }
        : { hiddenAt: null, hiddenReason: null },
    });
    await appendEvent(ctx, moderationEvents, {
      type: hide ? 'content.hidden' : 'content.kept',
      subjectKind: 'feedback',
      subjectId: feedbackId,
      areaId: feedback.areaId,
      publicData: { title: feedback.isPublic ? feedback.title : '', reason, ground },
      privateData: { authorId: feedback.authorId },
    });
  });
}

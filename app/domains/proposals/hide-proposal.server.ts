import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import type { HidingDecision } from '../known-subjects';
import { appendEvent } from '../ledger/index.server';
import { settleReports } from '../moderation/index.server';
import { moderationEvents } from '../moderation/events';
import { mayModerateProposal } from './policy';
import { indexText, removeText } from '~/platform/db/search';

/**
 * A moderator hides a reported proposal, or keeps it, with a reason that the author gets. Throws `conflict` where no
 * report waits: another has decided; `unasked` hides or shows again without a report.
 */
export async function decideReportedProposal(
  ctx: Context,
  input: { proposalId: string } & HidingDecision,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const proposal = await ctx.prisma.proposal.findUnique({ where: { id: input.proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayModerateProposal(ctx.actor, proposal));
    const about = { subjectKind: 'proposal', subjectId: proposal.id };
    const ground = await settleReports(ctx, { ...proposal, ...about }, input);
    const { id, title, body, state } = proposal;
    if (input.hide || state === 'draft') await removeText(ctx, 'proposal', id);
    else await indexText(ctx, { kind: 'proposal', id, title, body });
    await ctx.prisma.proposal.update({
      where: { id: proposal.id },
      data: input.hide
        ? { hiddenAt: ctx.clock.now(), hiddenReason: input.reason }
        : { hiddenAt: null, hiddenReason: null },
    });
    await appendEvent(ctx, moderationEvents, {
      type: input.hide ? 'content.hidden' : 'content.kept',
      subjectKind: 'proposal',
      subjectId: proposal.id,
      areaId: proposal.areaId,
      publicData: { title: proposal.title, reason: input.reason, ground },
      privateData: { authorId: proposal.authorId },
    });
  });
}

import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { settleQueueItems } from '../moderation/index.server';
import { moderationEvents } from '../moderation/events';
import { mayModerateProposal } from './policy';
import { indexText, removeText } from '~/platform/db/search';

/**
 * A moderator hides a reported proposal, or keeps it, with a reason that the author gets. Throws `conflict` where no
 * report waits: another has decided; `again` shows what is hidden without a report.
 */
export async function decideReportedProposal(
  ctx: Context,
  input: { proposalId: string; hide: boolean; reason: string; again?: boolean },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const proposal = await ctx.prisma.proposal.findUnique({ where: { id: input.proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayModerateProposal(ctx.actor, proposal));
    const settled = await settleQueueItems(ctx, {
      subjectKind: 'proposal',
      subjectId: proposal.id,
      kinds: ['report'],
      decision: input.hide ? 'hidden' : 'kept',
      reason: input.reason,
    });
    if (settled === 0 && !(input.again && proposal.hiddenAt))
      throw new DomainError('conflict', { reason: 'already-decided' });
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
      publicData: { title: proposal.title, reason: input.reason },
      privateData: { authorId: proposal.authorId },
    });
  });
}

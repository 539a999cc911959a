import type { Context } from '../context';
import { holdsRole } from '../actor';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { settleQueueItems } from '../moderation/index.server';
import { moderationEvents } from '../moderation/events';
import { allow, deny } from '~/lib/decision';

/**
 * A moderator hides a reported proposal, or keeps it, with a reason that the author gets. Throws `conflict` where no
 * report waits: another has decided.
 */
export async function decideReportedProposal(
  ctx: Context,
  input: { proposalId: string; hide: boolean; reason: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const proposal = await tx.prisma.proposal.findUnique({ where: { id: input.proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(
      holdsRole(ctx.actor, ['moderator', 'administrator'], proposal.areaId) ? allow : deny('not-moderator'),
    );
    const settled = await settleQueueItems(tx, ctx, {
      subjectKind: 'proposal',
      subjectId: proposal.id,
      kinds: ['report'],
      decision: input.hide ? 'hidden' : 'kept',
      reason: input.reason,
    });
    if (settled === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await tx.prisma.proposal.update({
      where: { id: proposal.id },
      data: input.hide
        ? { hiddenAt: ctx.clock.now(), hiddenReason: input.reason }
        : { hiddenAt: null, hiddenReason: null },
    });
    await appendEvent(tx, ctx, moderationEvents, {
      type: input.hide ? 'content.hidden' : 'content.kept',
      subjectKind: 'proposal',
      subjectId: proposal.id,
      areaId: proposal.areaId,
      publicData: { title: proposal.title, reason: input.reason },
      privateData: { authorId: proposal.authorId },
    });
  });
}

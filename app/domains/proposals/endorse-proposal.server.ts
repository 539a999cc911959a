import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { openQueueItem } from '../moderation/index.server';
import { follow } from '../notifications/index.server';
import { proposalEvents } from './events';
import { reviewDays } from './lifecycle';
import { moveProposal } from './move-proposal.server';
import { mayEndorse } from './policy';

/**
 * Endorses a proposal, each person once; at the published threshold it goes to review by the moderators.
 * Endorsing twice changes nothing.
 */
export async function endorseProposal(ctx: Context, proposalId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const proposal = await tx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayEndorse(ctx.actor, proposal));
    if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
    const { personId } = ctx.actor;
    const now = ctx.clock.now();
    const added = await tx.sql.run(
      'INSERT INTO "Endorsement" ("proposalId", "personId", "createdAt") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      [proposalId, personId, now],
    );
    if (added === 0) return;
    const counted = await tx.prisma.proposal.update({
      where: { id: proposalId },
      data: { endorsementCount: { increment: 1 } },
      select: { endorsementCount: true, state: true, threshold: true },
    });
    await follow(tx, { personId, subjectKind: 'proposal', subjectId: proposalId, at: now });
    await appendEvent(tx, ctx, proposalEvents, {
      type: 'proposal.endorsed',
      subjectKind: 'proposal',
      subjectId: proposalId,
      areaId: proposal.areaId,
      publicData: { title: proposal.title },
    });
    if (counted.state !== 'gathering' || counted.endorsementCount < counted.threshold) return;
    const deadlineAt = new Date(now.getTime() + reviewDays * 24 * 3600_000);
    await moveProposal(
      tx,
      { ...ctx, actor: { kind: 'system' } },
      {
        proposalId,
        event: 'reach-threshold',
        tells: 'proposal.threshold-reached',
        columns: { deadlineAt },
        publicData: { count: counted.endorsementCount, deadlineAt },
      },
    );
    await openQueueItem(tx, ctx, {
      kind: 'threshold-reached',
      subjectKind: 'proposal',
      subjectId: proposalId,
      areaId: proposal.areaId,
      title: proposal.title,
      dueAt: deadlineAt,
    });
  });
}

/** Takes an endorsement back while endorsements are gathered. */
export async function withdrawEndorsement(ctx: Context, proposalId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await ctx.database.transaction(async (tx) => {
    const proposal = await tx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    if (proposal.state !== 'gathering')
      throw new DomainError('wrong-state', { reason: 'proposals.not-gathering' });
    const removed = await tx.prisma.endorsement.deleteMany({ where: { proposalId, personId } });
    if (removed.count === 0) return;
    await tx.prisma.proposal.update({
      where: { id: proposalId },
      data: { endorsementCount: { decrement: 1 } },
    });
    tx.afterCommit(() => ctx.invalidatePages(['proposals']));
  });
}

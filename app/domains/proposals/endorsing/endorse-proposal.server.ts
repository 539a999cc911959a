import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { formerAccounts } from '../../identity/index.server';
import { follow } from '../../notifications/index.server';
import { proposalEvents } from '../events';
import { mayEndorse } from '../policy';
import { lockRow } from '~/platform/db/lock-row';
import { reachThreshold } from './reach-threshold.server';

/**
 * Endorses a proposal, each person once; at the published threshold it goes to review by the moderators.
 * Endorsing twice changes nothing.
 */
export async function endorseProposal(ctx: Context, proposalId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    // The proposal before its endorsements, as in a merge: whoever goes the other way round waits for ever.
    await lockRow(ctx, 'Proposal', proposalId);
    const proposal = await ctx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayEndorse(ctx.actor, proposal));
    if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
    const { personId } = ctx.actor;
    const now = ctx.clock.now();
    const former = await formerAccounts(ctx, personId);
    if ((await ctx.prisma.endorsement.count({ where: { proposalId, personId: { in: former } } })) > 0)
      throw new DomainError('conflict', { reason: 'identity.counted-before' });
    const added = await ctx.sql.run(
      'INSERT INTO "Endorsement" ("proposalId", "personId", "createdAt") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      [proposalId, personId, now],
    );
    if (added === 0) return;
    // Conditional: a merge or a decision at the same instant must not leave an endorsement behind.
    const open = await ctx.prisma.proposal.updateMany({
      where: { id: proposalId, state: 'gathering' },
      data: { endorsementCount: { increment: 1 } },
    });
    if (open.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const counted = await ctx.prisma.proposal.findUniqueOrThrow({
      where: { id: proposalId },
      select: { id: true, areaId: true, title: true, endorsementCount: true, state: true, threshold: true },
    });
    await follow(ctx, { personId, subjectKind: 'proposal', subjectId: proposalId, at: now });
    await appendEvent(ctx, proposalEvents, {
      type: 'proposal.endorsed',
      subjectKind: 'proposal',
      subjectId: proposalId,
      areaId: proposal.areaId,
      publicData: { title: proposal.title },
    });
    await reachThreshold(ctx, counted);
  });
}

/** Takes an endorsement back while endorsements are gathered. */
export async function withdrawEndorsement(ctx: Context, proposalId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Proposal', proposalId);
    const proposal = await ctx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    if (proposal.state !== 'gathering')
      throw new DomainError('wrong-state', { reason: 'proposals.not-gathering' });
    const removed = await ctx.prisma.endorsement.deleteMany({ where: { proposalId, personId } });
    if (removed.count === 0) return;
    const open = await ctx.prisma.proposal.updateMany({
      where: { id: proposalId, state: 'gathering' },
      data: { endorsementCount: { decrement: 1 } },
    });
    if (open.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await appendEvent(ctx, proposalEvents, {
      type: 'proposal.endorsement-withdrawn',
      subjectKind: 'proposal',
      subjectId: proposalId,
      areaId: proposal.areaId,
      publicData: { title: proposal.title },
    });
  });
}

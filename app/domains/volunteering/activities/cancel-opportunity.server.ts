import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { volunteeringEvents } from '../events';
import { activeStates, opportunityLifecycle } from '../lifecycle';
import { mayCancelOpportunity } from '../policy';
import { stepOf } from '~/lib/lifecycle';

const cancelling = stepOf(opportunityLifecycle, 'cancel');

/** Calls an opportunity off: its shifts to come are cancelled, and everyone with a place is told why. */
export async function cancelOpportunity(ctx: Context, opportunityId: string, reason: string): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const opportunity = await ctx.prisma.opportunity.findUnique({ where: { id: opportunityId } });
    if (!opportunity) throw new DomainError('not-found');
    ensure(mayCancelOpportunity(ctx.actor, opportunity));
    const cancelled = await ctx.prisma.opportunity.updateMany({
      where: { id: opportunityId, state: { in: cancelling.from } },
      data: { state: cancelling.to, reason },
    });
    if (cancelled.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDone(ctx, opportunityId);
    // The shifts first: whoever signs up at the same time is among those who are told, or is refused.
    await ctx.prisma.shift.updateMany({
      where: { opportunityId, startsAt: { gt: now }, cancelledAt: null },
      data: { cancelledAt: now, cancelledReason: reason, sequence: { increment: 1 } },
    });
    const signUps = await ctx.prisma.signUp.findMany({
      where: {
        shift: { opportunityId, cancelledAt: now },
        state: { in: activeStates },
      },
      select: { personId: true },
    });
    await appendEvent(ctx, volunteeringEvents, {
      type: 'opportunity.cancelled',
      subjectKind: 'opportunity',
      subjectId: opportunityId,
      areaId: opportunity.areaId,
      publicData: { title: opportunity.title, reason },
      privateData: { volunteerIds: [...new Set(signUps.map((row) => row.personId))] },
    });
  });
}

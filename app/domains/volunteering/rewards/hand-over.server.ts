import type { Context } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { rewardClaimLifecycle } from '../lifecycle';
import { mayHandOver } from '../policy';
import { claimCodeText, tellOfReward } from './load-reward.server';
import { stepOf } from '~/lib/lifecycle';

const handingOver = stepOf(rewardClaimLifecycle, 'hand-over');

/**
 * Checks off a code that a volunteer shows: once. Answers what is to be handed over. Throws `invalid` at `code` for one
 * that there is not at any business of the actor, `conflict` where it was handed over before, `expired` where nothing is
 * kept under it any more.
 */
export async function handOverReward(ctx: Context, code: string): Promise<{ title: string; points: number }> {
  const personId = personOf(ctx);
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const claim = await ctx.prisma.rewardClaim.findFirst({
      where: { codeHash: { in: ctx.keys.hashes(claimCodeText(code)) } },
      include: { reward: true },
    });
    if (!claim || !mayHandOver(ctx.actor, claim.reward.organisationId).allowed)
      throw new DomainError('invalid', { field: 'code', reason: 'volunteering.unknown-code' });
    const { reward, points } = claim;
    const done = await ctx.prisma.rewardClaim.updateMany({
      where: { id: claim.id, state: { in: handingOver.from }, until: { gte: now } },
      data: { state: handingOver.to, settledAt: now, settledBy: personId, sealedCode: null },
    });
    if (done.count === 0) throw await whyNot(ctx, claim.id);
    const told = { reward, volunteerId: claim.personId, publicData: { points } };
    await tellOfReward(ctx, { type: 'reward.handed-over', ...told });
    return { title: reward.title, points };
  });
}

async function whyNot(ctx: { prisma: Pick<Context['database']['read'], 'rewardClaim'> }, id: string) {
  const now = await ctx.prisma.rewardClaim.findUnique({ where: { id }, select: { state: true } });
  return now?.state === handingOver.to
    ? new DomainError('conflict', { reason: 'volunteering.code-used' })
    : new DomainError('expired', { reason: 'volunteering.code-over' });
}

import type { Context } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { tellByName } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { rewardClaimLifecycle, rewardLifecycle } from '../lifecycle';
import { mayOfferReward, mayWithdrawReward } from '../policy';
import type { RewardInput } from './schema';
import { loadReward, tellOfReward } from './load-reward.server';
import { endOfDay } from '~/lib/time/days';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

const longestDays = 400;
/** Claims named in one statement. */
const together = 500;
const withdrawing = stepOf(rewardLifecycle, 'withdraw');
const givingBack = stepOf(rewardClaimLifecycle, 'give-back');

/** The end of the day until which it is offered. Throws `invalid` at `until` for one that is over, or too far ahead. */
function untilOf(ctx: Context, day: string): Date {
  const until = endOfDay(day, ctx.configuration.timeZone);
  const now = ctx.clock.now();
  const ahead = (until?.getTime() ?? 0) - now.getTime();
  if (!until || ahead <= 0)
    throw new DomainError('invalid', { field: 'until', reason: 'volunteering.in-the-past' });
  if (ahead > longestDays * 24 * 3600_000)
    throw new DomainError('invalid', { field: 'until', reason: 'volunteering.reward-too-far' });
  return until;
}

/** Offers a reward for the business for which the actor acts; answers its id. */
export async function offerReward(ctx: Context, input: RewardInput): Promise<string> {
  ensure(mayOfferReward(ctx.actor));
  if (ctx.actor.kind !== 'person' || !ctx.actor.actingFor) throw new DomainError('signed-out');
  const { actingFor, personId } = ctx.actor;
  const { organisationId, areaId } = actingFor;
  const until = untilOf(ctx, input.until);
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'reward.offer', async (ctx) => {
    const { title, body, points, stock, each } = input;
    const words = { title, body, points, stock, each, until };
    await ctx.prisma.reward.create({
      data: {
        ...{ ...words, id, organisationId, areaId },
        ...{ state: rewardLifecycle.initial, createdBy: personId, createdAt: now },
      },
    });
    await tellOfReward(ctx, {
      ...{ type: 'reward.offered', reward: { id, title, areaId, organisationId } },
      publicData: { organisation: actingFor.name, points, stock, until },
    });
    return id;
  });
}

/**
 * Takes an offer back: nobody takes a piece any more, and whoever had one kept has the points back and is told why. What
 * was handed over stays handed over.
 */
export async function withdrawReward(ctx: Context, rewardId: string, reason: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Reward', rewardId);
    const reward = await loadReward(ctx, rewardId);
    ensure(mayWithdrawReward(ctx.actor, reward));
    const withdrawn = await ctx.prisma.reward.updateMany({
      where: { id: rewardId, state: { in: withdrawing.from } },
      data: { state: withdrawing.to, reason },
    });
    if (withdrawn.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    const kept = { rewardId, state: { in: givingBack.from } };
    const rows = await ctx.prisma.rewardClaim.findMany({
      where: kept,
      select: { id: true, personId: true },
    });
    const settled = { settledAt: ctx.clock.now(), settledBy: personId, sealedCode: null };
    const claimIds = rows.map(({ id }) => id);
    for (let at = 0; at < claimIds.length; at += together)
      await forgetDone(ctx, ...claimIds.slice(at, at + together));
    await forgetDone(ctx, rewardId);
    const returned = await ctx.prisma.rewardClaim.updateMany({
      where: kept,
      data: { state: givingBack.to, ...settled },
    });
    await ctx.prisma.reward.update({
      where: { id: rewardId },
      data: { taken: { decrement: returned.count } },
    });
    const volunteerIds = [...new Set(rows.map((row) => row.personId))];
    const eventId = await tellOfReward(ctx, { type: 'reward.withdrawn', reward, publicData: { reason } });
    await tellByName(ctx, eventId, volunteerIds);
  });
}

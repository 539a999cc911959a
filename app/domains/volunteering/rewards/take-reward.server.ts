import type { Context, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { isInService } from '../../organisations/index.server';
import { rewardClaimLifecycle, rewardLifecycle } from '../lifecycle';
import { balanceOfPerson, spending } from '../points/own-points.query.server';
import { mayTakeReward } from '../policy';
import { keptUntil } from '../rules/points';
import { claimCodeText, loadReward, newClaimCode, tellOfReward } from './load-reward.server';
import type { LoadedReward } from './load-reward.server';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

const givingBack = stepOf(rewardClaimLifecycle, 'give-back');
const lapsing = stepOf(rewardClaimLifecycle, 'lapse');

/**
 * Keeps a piece for the actor, for its points; answers the claim's id. Throws `wrong-state` where the offer is over,
 * `conflict` where the last piece is gone, where the person has as many as one may have, or too few points.
 */
export async function takeReward(ctx: Context, rewardId: string): Promise<string> {
  const personId = personOf(ctx);
  return doOnce(ctx, 'reward.take', async (ctx) => {
    // The person first: what one spends twice at once, and hours that are corrected meanwhile, wait for each other.
    await lockRow(ctx, 'Person', personId);
    await lockRow(ctx, 'Reward', rewardId);
    const reward = await loadReward(ctx, rewardId);
    await ensureMayTake(ctx, reward, personId);
    const taken = await ctx.sql.run(
      'UPDATE "Reward" SET "taken" = "taken" + 1 WHERE "id" = ? AND "taken" < "stock"',
      [rewardId],
    );
    if (taken === 0) throw new DomainError('conflict', { reason: 'volunteering.reward-gone' });
    return keepTaken(ctx, reward, personId);
  });
}

async function ensureMayTake(ctx: TransactionContext, reward: LoadedReward, personId: string): Promise<void> {
  ensure(mayTakeReward(ctx.actor, reward.organisationId));
  const isOpen = reward.state === rewardLifecycle.initial && reward.until > ctx.clock.now();
  if (!isOpen || !(await isInService(ctx.prisma, reward.organisationId)))
    throw new DomainError('wrong-state', { reason: 'volunteering.reward-over' });
  const own = await ctx.prisma.rewardClaim.count({
    where: { rewardId: reward.id, personId, state: { in: spending } },
  });
  if (own >= reward.each)
    throw new DomainError('conflict', { reason: 'volunteering.reward-each', params: { count: reward.each } });
  const { free } = await balanceOfPerson(ctx, personId);
  if (free < reward.points)
    throw new DomainError('conflict', {
      reason: 'volunteering.too-few-points',
      params: { left: reward.points - free },
    });
}

async function keepTaken(ctx: TransactionContext, reward: LoadedReward, personId: string): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now);
  const code = newClaimCode();
  const until = keptUntil(now, reward.until);
  const { points } = reward;
  await ctx.prisma.rewardClaim.create({
    data: {
      ...{ id, rewardId: reward.id, personId, points, until, createdAt: now },
      ...{ state: rewardClaimLifecycle.initial, codeHash: ctx.keys.hash(claimCodeText(code)) },
      sealedCode: ctx.keys.seal(code),
    },
  });
  await tellOfReward(ctx, {
    type: 'reward.taken',
    reward,
    volunteerId: personId,
    publicData: { points, until },
  });
  return id;
}

interface Ending {
  claimId: string;
  step: { from: string[]; to: string };
  type: 'reward.returned' | 'reward.lapsed';
  by: string | null;
}

/** Ends a claim that is kept, and puts its piece back. Answers false where it is not kept any more. */
async function endClaim(ctx: TransactionContext, { claimId, step, type, by }: Ending): Promise<boolean> {
  const claim = await ctx.prisma.rewardClaim.findUnique({ where: { id: claimId } });
  if (!claim) throw new DomainError('not-found');
  // The reward before its claims, as who withdraws the offer holds them.
  await lockRow(ctx, 'Reward', claim.rewardId);
  const ended = await ctx.prisma.rewardClaim.updateMany({
    where: { id: claimId, state: { in: step.from } },
    data: { state: step.to, settledAt: ctx.clock.now(), settledBy: by, sealedCode: null },
  });
  if (ended.count === 0) return false;
  await ctx.prisma.reward.update({ where: { id: claim.rewardId }, data: { taken: { decrement: 1 } } });
  await forgetDone(ctx, claimId);
  const { personId, points } = claim;
  const reward = await loadReward(ctx, claim.rewardId);
  await tellOfReward(ctx, { type, reward, volunteerId: personId, publicData: { points } });
  return true;
}

/** Gives back what is kept for the actor: the piece is free again, and so are the points. */
export async function giveBackReward(ctx: Context, claimId: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const own = await ctx.prisma.rewardClaim.count({ where: { id: claimId, personId } });
    if (own === 0) throw new DomainError('not-found');
    const ended = await endClaim(ctx, { claimId, step: givingBack, type: 'reward.returned', by: personId });
    if (!ended) throw new DomainError('conflict', { reason: 'already-decided' });
  });
}

/** Puts back what was kept and not fetched in time. Answers how many. */
export async function lapseRewards(ctx: Context): Promise<number> {
  const due = await ctx.database.read.rewardClaim.findMany({
    where: { state: { in: lapsing.from }, until: { lt: ctx.clock.now() } },
    orderBy: { until: 'asc' },
    take: 500,
    select: { id: true },
  });
  await eachByItself(due, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      await endClaim(ctx, { claimId: id, step: lapsing, type: 'reward.lapsed', by: null });
    }),
  );
  return due.length;
}

/** Puts back whatever is kept for a person whose account is closed. */
export async function returnRewards(ctx: TransactionContext, personId: string): Promise<void> {
  const kept = await ctx.prisma.rewardClaim.findMany({
    where: { personId, state: { in: givingBack.from } },
    orderBy: [{ rewardId: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  for (const { id } of kept)
    await endClaim(ctx, { claimId: id, step: givingBack, type: 'reward.returned', by: null });
}

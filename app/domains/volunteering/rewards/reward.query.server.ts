import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { isInService } from '../../organisations/index.server';
import { rewardClaimLifecycle, rewardLifecycle } from '../lifecycle';
import { balanceOfPerson, spending } from '../points/own-points.query.server';
import { mayHandOver, mayTakeReward, mayWithdrawReward } from '../policy';

const columns = {
  ...{ id: true, title: true, body: true, areaId: true, organisationId: true, points: true },
  ...{ stock: true, taken: true, each: true, until: true, state: true, reason: true },
} as const;

/** A reward with what the reader can do about it: take one, see the own codes, hand over, take the offer back. */
export async function rewardPage(ctx: ReadContext, rewardId: string) {
  const reward = await ctx.database.read.reward.findUnique({ where: { id: rewardId }, select: columns });
  if (!reward) throw new DomainError('not-found');
  const now = ctx.clock.now();
  const isOpen =
    reward.state === rewardLifecycle.initial &&
    reward.until > now &&
    (await isInService(ctx.database.read, reward.organisationId));
  const own = ctx.actor.kind === 'person' ? await ownPart(ctx, ctx.actor, reward) : null;
  const works = mayHandOver(ctx.actor, reward.organisationId).allowed;
  return {
    reward: { ...reward, left: reward.stock - reward.taken, isOpen },
    take: mayTakeReward(ctx.actor, reward.organisationId),
    own,
    business: works ? await countsOf(ctx, reward.id) : null,
    mayWithdraw: isOpen && mayWithdrawReward(ctx.actor, reward).allowed,
  };
}

async function ownPart(ctx: ReadContext, { personId }: PersonActor, reward: { id: string; each: number }) {
  const claims = await ctx.database.read.rewardClaim.findMany({
    where: { rewardId: reward.id, personId },
    orderBy: { id: 'desc' },
    take: 50,
    select: claimColumns,
  });
  const balance = await balanceOfPerson(ctx, personId);
  const { rewardClaim } = ctx.database.read;
  const mine = { rewardId: reward.id, personId };
  const has = await rewardClaim.count({ where: { ...mine, state: { in: spending } } });
  return {
    balance,
    hasAll: has >= reward.each,
    /** Pieces ever taken, given back or not: the form for the next one is another form. */
    taken: await rewardClaim.count({ where: mine }),
    claims: claims.map((claim) => opened(ctx, claim)),
  };
}

const claimColumns = {
  ...{ id: true, state: true, points: true, until: true, createdAt: true },
  ...{ settledAt: true, sealedCode: true },
} as const;

/** The code in two halves, as it is read out. */
function opened<Claim extends { sealedCode: string | null; state: string }>(
  ctx: ReadContext,
  { sealedCode, ...claim }: Claim,
) {
  const isKept = claim.state === rewardClaimLifecycle.initial && sealedCode !== null;
  return { ...claim, code: isKept ? ctx.keys.open(sealedCode) : null };
}

/** For the business: how many are kept and handed over, and by no means for whom. */
async function countsOf(ctx: ReadContext, rewardId: string) {
  const rows = await ctx.database.read.rewardClaim.groupBy({
    by: ['state'],
    where: { rewardId, state: { in: spending } },
    _count: true,
  });
  const count = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
  return { kept: count('kept'), handedOver: count('handed-over') };
}

/** All that is kept for the actor or was handed over, the newest first. */
export async function ownRewards(ctx: ReadContext & { actor: PersonActor }) {
  const rows = await ctx.database.read.rewardClaim.findMany({
    where: { personId: ctx.actor.personId, state: { in: spending } },
    orderBy: { id: 'desc' },
    take: 100,
    select: { ...claimColumns, reward: { select: { id: true, title: true } } },
  });
  return rows.map((row) => opened(ctx, row));
}

import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { organisedBy } from '../desk/desk.query.server';
import type { rewardClaimLifecycle } from '../lifecycle';

const most = 50;

/**
 * What the actor's organisations offer as rewards, the newest first, each with how many pieces are kept for somebody and
 * were handed over; and the same of all that they ever offered.
 */
export async function offeredByUs(ctx: ReadContext & { actor: PersonActor }) {
  const where = { organisationId: { in: organisedBy(ctx.actor) } };
  const { read } = ctx.database;
  const rewards = await read.reward.findMany({
    where,
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, title: true, stock: true, taken: true, until: true, state: true },
  });
  const claims = await read.rewardClaim.groupBy({
    by: ['rewardId', 'state'],
    where: { rewardId: { in: rewards.map(({ id }) => id) } },
    _count: true,
  });
  const countOf = (rewardId: string, state: string) =>
    claims.find((one) => one.rewardId === rewardId && one.state === state)?._count ?? 0;
  const inAll = (state: (typeof rewardClaimLifecycle.states)[number]) =>
    read.rewardClaim.count({ where: { state, reward: where } });
  const [kept, handedOver] = await Promise.all([inAll('kept'), inAll('handed-over')]);
  return {
    rewards: rewards.map(({ id, title, stock, taken, until, state }) => ({
      ...{ id, title, until, left: stock - taken },
      isOffered: state === 'offered' && until > ctx.clock.now(),
      ...{ kept: countOf(id, 'kept'), handedOver: countOf(id, 'handed-over') },
    })),
    ...{ kept, handedOver },
  };
}

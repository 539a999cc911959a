import type { ReadContext } from '../../context';
import { organisationsInService } from '../../organisations/index.server';
import { rewardLifecycle } from '../lifecycle';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;

export interface RewardFilter {
  areaId?: string | undefined;
  cursor?: string | undefined;
}

/** One page of what businesses in service offer at present, the newest first. */
export async function rewardCards(ctx: ReadContext, { areaId, cursor }: RewardFilter) {
  const offered = {
    ...{ state: rewardLifecycle.initial, until: { gt: ctx.clock.now() } },
    ...(areaId ? { areaId: within(areaId) } : {}),
  };
  const offering = await ctx.database.read.reward.groupBy({ by: ['organisationId'], where: offered });
  const inService = await organisationsInService(
    ctx,
    offering.map(({ organisationId }) => organisationId),
  );
  return listPage({ order: newestFirst, cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.reward.findMany({
      where: { ...offered, AND: behind, organisationId: { in: inService } },
      ...page,
      select: {
        ...{ id: true, title: true, areaId: true, organisationId: true },
        ...{ points: true, stock: true, taken: true, until: true },
      },
    }),
  );
}

import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayManageBridges } from '../policy';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;

/** The endpoints of the areas that the person administers, with how their deliveries stand. */
export async function listEndpoints(ctx: ReadContext, areaIds: readonly string[]) {
  const endpoints = await ctx.database.read.webhookEndpoint.findMany({
    where: { state: { not: 'removed' }, OR: areaIds.map((areaId) => ({ areaId: { startsWith: areaId } })) },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, name: true, areaId: true, url: true, state: true, stateReason: true },
  });
  const counts = await ctx.database.read.webhookDelivery.groupBy({
    by: ['endpointId', 'state'],
    where: { endpointId: { in: endpoints.map(({ id }) => id) } },
    _count: true,
  });
  const count = (id: string, state: string) =>
    counts.find((row) => row.endpointId === id && row.state === state)?._count ?? 0;
  return endpoints.map((endpoint) => ({
    ...endpoint,
    waiting: count(endpoint.id, 'waiting'),
    delivered: count(endpoint.id, 'delivered'),
    dead: count(endpoint.id, 'dead'),
  }));
}

/** One endpoint with one page of its deliveries and their attempts: the log, or the dead ones only. */
export async function endpointPage(
  ctx: ReadContext,
  id: string,
  filter: { state?: string | undefined; cursor?: string | undefined },
) {
  const endpoint = await ctx.database.read.webhookEndpoint.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      areaId: true,
      url: true,
      state: true,
      stateReason: true,
      oldSecretUntil: true,
      createdAt: true,
    },
  });
  if (!endpoint || endpoint.state === 'removed') throw new DomainError('not-found');
  ensure(mayManageBridges(ctx.actor, endpoint.areaId));
  const { items, next } = await listPage(
    { order: newestFirst, cursor: filter.cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.webhookDelivery.findMany({
        where: { AND: behind, endpointId: id, ...(filter.state ? { state: filter.state } : {}) },
        ...page,
        include: { log: { orderBy: { id: 'asc' } } },
      }),
  );
  const dead = await ctx.database.read.webhookDelivery.count({ where: { endpointId: id, state: 'dead' } });
  return { endpoint, items, next, dead };
}

import type { ReadContext } from '../../context';
import { revisionOf } from '../../shown-fields.server';
import { serviceFields } from './targets.server';
import { orderCards } from '../../workorders/index.server';
import { DomainError, ensure } from '../../domain-error';
import { mayExchangeOrders, mayManageBridges } from '../policy';
import { RemoteFailure, RemoteRefusal, remoteServices } from './remote-server.server';

export async function listTargets(ctx: ReadContext, areaIds: readonly string[]) {
  return ctx.database.read.open311Target.findMany({
    where: { OR: areaIds.map((areaId) => ({ areaId: { startsWith: areaId } })) },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, name: true, areaId: true, url: true, state: true, lastError: true },
  });
}

/** What the other server offers, or why that cannot be read now. */
async function offered(ctx: ReadContext, id: string) {
  const target = await ctx.database.read.open311Target.findUniqueOrThrow({ where: { id } });
  try {
    return { services: await remoteServices(ctx, target), error: null };
  } catch (error) {
    if (error instanceof RemoteFailure || error instanceof RemoteRefusal)
      return { services: [], error: error.message };
    throw error;
  }
}

/** One server with its table of services and the orders that went there. */
export async function targetPage(ctx: ReadContext, id: string) {
  const target = await ctx.database.read.open311Target.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      areaId: true,
      url: true,
      state: true,
      polledAt: true,
      lastError: true,
      services: true,
      sent: { orderBy: { id: 'desc' }, take: 50 },
    },
  });
  if (!target) throw new DomainError('not-found');
  ensure(mayExchangeOrders(ctx.actor, target.areaId));
  const { sent, services, ...rest } = target;
  const orders = await orderCards(
    ctx,
    sent.map(({ workOrderId }) => workOrderId),
  );
  const byId = new Map(orders.map((order) => [order.id, order]));
  const codes = await serviceFields(ctx, services);
  const manages = mayManageBridges(ctx.actor, target.areaId).allowed;
  return {
    target: rest,
    codes,
    revision: revisionOf(codes),
    sent: sent.map((row) => ({ ...row, order: byId.get(row.workOrderId) ?? null })),
    manages,
    offered: manages ? await offered(ctx, id) : { services: [], error: null },
  };
}

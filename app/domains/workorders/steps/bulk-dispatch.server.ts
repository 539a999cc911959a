import type { Context, ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { eachOrRefused } from '../../each-or-refused';
import type { EachOutcome } from '../../each-or-refused';
import { departmentFor } from '../../responsibility/index.server';
import { stepWorkOrder } from './work-on-order.server';

interface ChosenOrder {
  id: string;
  version: number;
}

/**
 * Dispatches each order by itself to the department named, or to the one that the responsibility lists name. An order
 * that cannot be dispatched does not stop the others.
 */
export function bulkDispatch(
  ctx: Context,
  { orders, departmentId: named }: { orders: ChosenOrder[]; departmentId: string },
): Promise<EachOutcome<ChosenOrder>> {
  return eachOrRefused(orders, async ({ id, version }) => {
    const departmentId = await departmentFor(ctx, named, () => matterOf(ctx, id));
    await stepWorkOrder(ctx, id, { act: 'dispatch', version, departmentId, deadline: undefined });
  });
}

/** What the lists are asked about an order. Throws `not-found`. */
async function matterOf(ctx: ReadContext, id: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id },
    select: { category: true, level: true, areaId: true, handlingAreaId: true },
  });
  if (!order) throw new DomainError('not-found');
  const { category, level, areaId, handlingAreaId } = order;
  return { category, level, areaId: handlingAreaId || areaId };
}

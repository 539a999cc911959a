import type { Context, ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { suggestDepartment } from '../responsibility/index.server';
import { stepWorkOrder } from './work-on-order.server';

export interface BulkOutcome {
  dispatched: number;
  refused: { id: string; error: DomainError | null }[];
}

/**
 * Dispatches each order by itself to the department named, or to the one that the responsibility lists name. An order
 * that cannot be dispatched does not stop the others; `error` null says that no list names a department.
 */
export async function bulkDispatch(
  ctx: Context,
  input: { orders: { id: string; version: number }[]; departmentId: string },
): Promise<BulkOutcome> {
  const refused: BulkOutcome['refused'] = [];
  for (const { id, version } of input.orders) {
    const departmentId = input.departmentId || (await listedDepartment(ctx, id));
    if (!departmentId) {
      refused.push({ id, error: null });
      continue;
    }
    try {
      await stepWorkOrder(ctx, id, { act: 'dispatch', version, departmentId, deadline: undefined });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push({ id, error });
    }
  }
  return { dispatched: input.orders.length - refused.length, refused };
}

async function listedDepartment(ctx: ReadContext, id: string): Promise<string | null> {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id },
    select: { category: true, level: true, areaId: true, handlingAreaId: true },
  });
  if (!order) return null;
  const { category, level, areaId, handlingAreaId } = order;
  const suggestion = await suggestDepartment(ctx, { category, level, areaId: handlingAreaId || areaId });
  return suggestion?.department.id ?? null;
}

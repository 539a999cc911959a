import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { changedMeanwhile } from './changed-meanwhile.server';
import { stopClocks } from './clocks.server';
import { closeWhatWaited } from './dispatch-order.server';
import { openStates } from './lifecycle';
import { moveLinks } from './move-links.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { ensureStep, handlingArea, loadWorkOrder, takeStep, tellOfOrder } from './move-work-order.server';
import { mayDispatch } from './policy';
import type { Transaction } from '~/platform/db/database.server';
import { significantDigits } from '~/lib/division-code';

async function orderToJoin(tx: Transaction, ctx: Context, given: { order: LoadedWorkOrder; number: string }) {
  const { order, number } = given;
  const invalid = (reason: string) => new DomainError('invalid', { field: 'number', reason });
  const found = await tx.prisma.workOrder.findFirst({
    where: { OR: [{ number }, { externalNumber: number }] },
    select: { id: true },
  });
  if (!found) throw invalid('work-orders.unknown-number');
  if (found.id === order.id) throw invalid('work-orders.merge-itself');
  const into = await loadWorkOrder(tx, found.id);
  ensure(mayDispatch(ctx.actor, handlingArea(into)));
  const district = order.areaId.slice(0, significantDigits.district);
  if (!(openStates as readonly string[]).includes(into.state) || !into.areaId.startsWith(district))
    throw invalid('work-orders.merge-other-area');
  return into;
}

/**
 * 并单: the order ends, and all that hung on it hangs on the other, which must be open and of the same district. Those who
 * asked are told, and asked at the call-back of the other.
 */
export async function mergeOrders(
  ctx: Context,
  input: { id: string; version: number; number: string; reason: string },
): Promise<string> {
  try {
    return await ctx.database.transaction(async (tx) => {
      const order = await loadWorkOrder(tx, input.id);
      if (order.version !== input.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
      ensureStep(ctx, order, 'merge');
      const into = await orderToJoin(tx, ctx, { order, number: input.number });
      await takeStep(tx, ctx, {
        order,
        event: 'merge',
        tells: 'work-order.merged',
        columns: { mergedIntoId: into.id, closedAt: ctx.clock.now(), deadlineAt: null, responseDueAt: null },
        publicData: { into: into.number, reason: input.reason },
        told: order.departmentId ? { organisationIds: [order.departmentId] } : {},
      });
      await stopClocks(tx, ctx, { workOrderId: order.id });
      await closeWhatWaited(tx, ctx, order.id);
      await moveLinks(tx, { from: order, toId: into.id, matters: order.links });
      await tx.prisma.workOrder.update({ where: { id: into.id }, data: { version: { increment: 1 } } });
      await tellOfOrder(tx, ctx, {
        order: await loadWorkOrder(tx, into.id),
        type: 'work-order.took-in',
        publicData: { from: order.number, reason: input.reason },
      });
      return into.id;
    });
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'changed-meanwhile')
      throw await changedMeanwhile(ctx, input.id);
    throw error;
  }
}

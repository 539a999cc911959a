import type { TransactionContext } from '../../context';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea } from './move-work-order.server';
import { newId } from '~/platform/ids';

export interface Handover {
  /** As it was before. */
  order: LoadedWorkOrder;
  kind: 'transfer' | 'transfer-up' | 'up' | 'down';
  toAreaId: string;
  toDepartmentId?: string;
  reason: string;
  tried?: string;
  means?: string;
}

/** Keeps who handed the order to whom, and why. */
export async function recordHandover(ctx: TransactionContext, handover: Handover): Promise<void> {
  const { order, kind, toAreaId, toDepartmentId = null, reason, tried = '', means = '' } = handover;
  const at = ctx.clock.now();
  await ctx.prisma.workOrderHandover.create({
    data: {
      id: newId(at),
      workOrderId: order.id,
      kind,
      fromAreaId: handlingArea(order),
      toAreaId,
      fromDepartmentId: order.departmentId,
      toDepartmentId,
      reason,
      tried,
      means,
      by: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      at,
    },
  });
}

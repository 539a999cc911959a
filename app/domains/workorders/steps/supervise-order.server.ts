import type { TransactionContext } from '../../context';
import type { SupervisionGround } from '../lifecycle';
import { superiorsFor } from './superiors.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, tellOfOrder } from './move-work-order.server';

interface Supervision {
  order: LoadedWorkOrder;
  ground: SupervisionGround;
  words?: string;
}

/** 督办: the order is watched by the superior from now on. One that is watched already stays so. */
export async function startSupervision(ctx: TransactionContext, given: Supervision): Promise<void> {
  const { order, ground, words } = given;
  const started = await ctx.prisma.workOrder.updateMany({
    where: { id: order.id, supervisedAt: null },
    data: { supervisedAt: ctx.clock.now(), supervisionFor: ground },
  });
  if (started.count === 0) return;
  const personIds = await superiorsFor(ctx, {
    areaId: handlingArea(order),
    departmentId: order.departmentId,
  });
  await tellOfOrder(ctx, {
    order,
    type: 'work-order.supervised',
    publicData: { ground, ...(words ? { reason: words } : {}) },
    told: { personIds },
  });
}

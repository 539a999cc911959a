import type { Context } from '../context';
import { openQueueItem } from '../moderation/index.server';
import { loadWorkOrder, tellOfOrder } from './move-work-order.server';

const openStates = ['dispatched', 'accepted'];

/** Puts each order that has passed its deadline into the moderators' queue, once. */
export async function escalateOverdue(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const late = await ctx.database.read.workOrder.findMany({
    where: { state: { in: openStates }, deadlineAt: { lt: now } },
    select: { id: true },
    take: 500,
  });
  const told = await ctx.database.read.queueItem.findMany({
    where: { kind: 'overdue', subjectKind: 'work-order', subjectId: { in: late.map((row) => row.id) } },
    select: { subjectId: true },
  });
  const known = new Set(told.map((row) => row.subjectId));
  const fresh = late.filter((row) => !known.has(row.id));
  for (const { id } of fresh) {
    await ctx.database.transaction(async (tx) => {
      const order = await loadWorkOrder(tx, id);
      if (!openStates.includes(order.state)) return;
      await openQueueItem(tx, ctx, {
        kind: 'overdue',
        subjectKind: 'work-order',
        subjectId: id,
        areaId: order.areaId,
        title: order.title,
        detail: order.number,
        dueAt: order.deadlineAt ?? now,
      });
      await tellOfOrder(tx, ctx, {
        order,
        type: 'work-order.overdue',
        publicData: { deadlineAt: order.deadlineAt },
      });
    });
  }
  return fresh.length;
}

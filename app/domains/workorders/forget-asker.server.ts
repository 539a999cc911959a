import type { TransactionContext } from '../context';
import { settle } from './steps/call-back.server';
import { loadWorkOrder } from './steps/move-work-order.server';

/** Nobody waits for the answer of a person who is gone: orders being called back end by the answers of the others. */
export async function forgetAsker(ctx: TransactionContext, personId: string): Promise<void> {
  const open = await ctx.prisma.callBack.findMany({
    where: { personId, answeredAt: null },
    orderBy: { workOrderId: 'asc' },
    select: { id: true, workOrderId: true },
  });
  await ctx.prisma.callBack.deleteMany({ where: { personId, answeredAt: null } });
  await ctx.prisma.callBack.updateMany({ where: { personId }, data: { words: null } });
  for (const { workOrderId } of open) {
    const order = await loadWorkOrder(ctx, workOrderId);
    if (order.state === 'done')
      await settle({ ...ctx, actor: { kind: 'system' } }, { order, timeIsOver: false });
  }
}

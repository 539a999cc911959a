import type { Context } from '../context';
import { settle } from './call-back.server';
import { loadWorkOrder } from './move-work-order.server';
import type { Transaction } from '~/platform/db/database.server';

/** Nobody waits for the answer of a person who is gone: orders being called back end by the answers of the others. */
export async function forgetAsker(tx: Transaction, ctx: Context, personId: string): Promise<void> {
  const open = await tx.prisma.callBack.findMany({
    where: { personId, answeredAt: null },
    orderBy: { workOrderId: 'asc' },
    select: { id: true, workOrderId: true },
  });
  await tx.prisma.callBack.deleteMany({ where: { personId, answeredAt: null } });
  await tx.prisma.callBack.updateMany({ where: { personId }, data: { words: null } });
  for (const { workOrderId } of open) {
    const order = await loadWorkOrder(tx, workOrderId);
    if (order.state === 'done')
      await settle(tx, { ...ctx, actor: { kind: 'system' } }, { order, timeIsOver: false });
  }
}

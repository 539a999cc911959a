import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { orderParts, stepFacts } from '../steps/move-work-order.server';
import { mayCallBack } from '../policy';

/** The order, its last report, and the callers who have not been asked in this round. Throws `not-found`, `forbidden`. */
export async function callerCallBackPage(ctx: ReadContext, workOrderId: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id: workOrderId },
    include: orderParts,
  });
  if (!order) throw new DomainError('not-found');
  ensure(
    ctx.actor.kind === 'person'
      ? mayCallBack(ctx.actor, stepFacts(order))
      : { allowed: false, reason: 'signed-out' },
  );
  const { id, number, title, reportHtml, state, reopenedCount } = order;
  return {
    order: { id, number, title, reportHtml },
    waiting: state === 'done' ? await waitingCallers(ctx, { id, reopenedCount }) : [],
  };
}

/** Questions to callers of the present round that nobody has asked yet. */
function waitingCallers(ctx: ReadContext, order: { id: string; reopenedCount: number }) {
  return ctx.database.read.callBack.findMany({
    where: {
      workOrderId: order.id,
      round: order.reopenedCount + 1,
      callerId: { not: null },
      answeredAt: null,
    },
    orderBy: { id: 'asc' },
    select: { id: true, tries: true, lastTriedAt: true },
  });
}

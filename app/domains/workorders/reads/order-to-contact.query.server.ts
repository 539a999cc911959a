import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { orderParts, stepFacts } from '../steps/move-work-order.server';
import { mayContact } from '../policy';
import { deny } from '~/lib/decision';

/** An order with what hangs on it, and whether the actor may reach those who asked. Throws `not-found`. */
export async function orderToContact(ctx: ReadContext, workOrderId: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id: workOrderId },
    include: orderParts,
  });
  if (!order) throw new DomainError('not-found');
  const { id, number, title, areaId, links } = order;
  return {
    order: { id, number, title, areaId },
    matters: links.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
    may: ctx.actor.kind === 'person' ? mayContact(ctx.actor, stepFacts(order)) : deny('signed-out'),
  };
}

import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayReadOrder } from '../policy';
import { orderFactColumns, orderFacts } from '../visibility';

/** Throws `not-found` or `forbidden` unless the actor may read the order. */
export async function ensureReadsOrder(ctx: ReadContext, id: string): Promise<void> {
  const select = orderFactColumns(ctx);
  const order = await ctx.database.read.workOrder.findUnique({ where: { id }, select });
  if (!order) throw new DomainError('not-found');
  ensure(mayReadOrder(ctx.actor, orderFacts(ctx, order)));
}

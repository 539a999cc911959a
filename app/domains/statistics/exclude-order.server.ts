import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { orderById, orderByNumber } from '../workorders/index.server';
import { statisticsEvents } from './events';
import { mayExclude } from './policy';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

type Order = NonNullable<Awaited<ReturnType<typeof orderByNumber>>>;

async function tellOfExclusion(
  ctx: TransactionContext,
  decision: { order: Order; type: keyof typeof statisticsEvents; reason: string },
): Promise<void> {
  const { order, type, reason } = decision;
  await appendEvent(ctx, statisticsEvents, {
    type,
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    publicData: { title: order.title, number: order.number, reason },
    privateData: { departmentId: order.departmentId },
  });
}

/** Decides that an order does not count in the statistics, with the reason for everyone to read. */
export async function excludeOrder(ctx: Context, input: { number: string; reason: string }): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const now = ctx.clock.now();
  try {
    await doOnce(ctx, 'statistics.exclude-order', async (ctx) => {
      const order = await orderByNumber(ctx, input.number);
      if (!order) throw new DomainError('invalid', { field: 'number', reason: 'work-orders.unknown-number' });
      ensure(mayExclude(ctx.actor, order.areaId));
      const { id: workOrderId, areaId } = order;
      const id = newId(now);
      await ctx.prisma.statisticsExclusion.create({
        data: {
          id,
          workOrderId,
          areaId,
          reason: input.reason,
          decidedBy: personId,
          createdAt: now,
        },
      });
      await tellOfExclusion(ctx, { order, type: 'statistics.order-excluded', reason: input.reason });
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'number', reason: 'statistics.excluded-already' });
    throw error;
  }
}

/** Lifts the decision: the order counts again. */
export async function countOrderAgain(
  ctx: Context,
  input: { exclusionId: string; reason: string },
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await inTransaction(ctx, async (ctx) => {
    const exclusion = await ctx.prisma.statisticsExclusion.findUnique({ where: { id: input.exclusionId } });
    if (!exclusion) throw new DomainError('not-found');
    ensure(mayExclude(ctx.actor, exclusion.areaId));
    const lifted = await ctx.prisma.statisticsExclusion.updateMany({
      where: { id: exclusion.id, ended: '' },
      data: {
        ended: exclusion.id,
        liftedAt: ctx.clock.now(),
        liftedBy: personId,
        liftReason: input.reason,
      },
    });
    if (lifted.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDone(ctx, exclusion.id);
    const order = await orderById(ctx, exclusion.workOrderId);
    if (order)
      await tellOfExclusion(ctx, { order, type: 'statistics.order-counted-again', reason: input.reason });
  });
}

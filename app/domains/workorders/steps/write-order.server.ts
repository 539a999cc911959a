import type { TransactionContext } from '../../context';
import { ensure } from '../../domain-error';
import { awaitDispatch, sendToDepartment } from './dispatch-order.server';
import { loadWorkOrder, tellOfOrder } from './move-work-order.server';
import { nextNumber } from '../registering/next-number.server';
import { mayDispatch } from '../policy';
import type { Decision } from '~/lib/decision';
import { levelOf } from '~/lib/geo/division-code';
import type { Prisma } from '~/platform/db/database.server';

/** What is known of an order from its beginning; the rest follows from the area, the actor and the time. */
type Beginning = Pick<
  Prisma.WorkOrderUncheckedCreateInput,
  'id' | 'title' | 'description' | 'category' | 'areaId'
> &
  Partial<Prisma.WorkOrderUncheckedCreateInput>;

export interface WrittenOrder {
  order: Beginning;
  /** Hangs on it what it takes up, before anyone is told. */
  takeUp?: () => Promise<void>;
  /** Dispatched at once where there is one; else it waits for dispatch. */
  departmentId: string | null;
  deadline?: string | Date | undefined;
  /** Whether the actor may begin it, where that is not for those alone who dispatch there. */
  may?: Decision;
}

/** The one way in which an order begins, wherever it comes from. Throws `forbidden` unless the actor may. */
export async function writeOrder(ctx: TransactionContext, given: WrittenOrder): Promise<string> {
  const { order, takeUp, departmentId, deadline } = given;
  const { id, areaId } = order;
  ensure(given.may ?? mayDispatch(ctx.actor, areaId));
  const now = ctx.clock.now();
  await ctx.prisma.workOrder.create({
    data: {
      number: await nextNumber(ctx),
      handlingAreaId: areaId,
      level: levelOf(areaId),
      state: 'registered',
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      createdAt: now,
      updatedAt: now,
      ...order,
    },
  });
  await takeUp?.();
  const registered = await loadWorkOrder(ctx, id);
  await tellOfOrder(ctx, { order: registered, type: 'work-order.registered' });
  if (departmentId === null) await awaitDispatch(ctx, registered);
  else await sendToDepartment(ctx, { order: registered, departmentId, deadline });
  return id;
}

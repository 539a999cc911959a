import type { TransactionContext } from '../context';
import { ensure } from '../domain-error';
import { awaitDispatch } from './dispatch-order.server';
import { loadWorkOrder, tellOfOrder } from './move-work-order.server';
import { mayDispatch } from './policy';
import { nextNumber } from './next-number.server';
import { dispatch } from './register-work-order.server';
import { levelOf } from '~/lib/division-code';
import { newId } from '~/platform/ids';

export interface ImportedOrder {
  externalSystem: string;
  externalNumber: string;
  title: string;
  description: string;
  category: string;
  areaId: string;
  latitude: number | null;
  longitude: number | null;
  /** The place in words, where the area's name does not say it. */
  place: string | null;
  /** When it was asked for where it began. */
  requestedAt: Date;
  /** Dispatched to it at once where it is known. */
  departmentId: string | null;
}

/** Registers an order that began in another system, under the number that it has there; no matter of ours hangs on it. */
export async function registerImportedOrder(
  ctx: TransactionContext,
  { departmentId, requestedAt, ...order }: ImportedOrder,
): Promise<string> {
  ensure(mayDispatch(ctx.actor, order.areaId));
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.prisma.workOrder.create({
    data: {
      id,
      number: await nextNumber(ctx),
      ...order,
      handlingAreaId: order.areaId,
      level: levelOf(order.areaId),
      state: 'registered',
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      createdAt: requestedAt,
      updatedAt: now,
    },
  });
  const registered = await loadWorkOrder(ctx, id);
  await tellOfOrder(ctx, { order: registered, type: 'work-order.registered' });
  if (departmentId) await dispatch(ctx, { id, departmentId, deadline: undefined });
  else await awaitDispatch(ctx, registered);
  return id;
}

import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { openQueueItem } from '../../moderation/index.server';
import { openCalendar } from '../clocks/deadline-settings.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, loadWorkOrder, takeStep } from './move-work-order.server';
import { requeue } from '../queue/queue-order.server';
import { dispatchHours } from '../rules/deadlines/limits';
import { newId } from '~/platform/ids';

export type RequestKind = 'return' | 'extension' | 'suspension';

export interface Request {
  order: LoadedWorkOrder;
  kind: RequestKind;
  reason: string;
  /** Working days, for an extension or a suspension. */
  days?: number;
}

/** A department asks to return the order, for more time or to stand still; a coordinator decides in a working day. */
export async function askCoordinator(ctx: TransactionContext, request: Request): Promise<void> {
  const { order, kind, reason, days = null } = request;
  if (ctx.actor.kind !== 'person' || !order.departmentId) throw new DomainError('signed-out');
  const now = ctx.clock.now();
  const after = await takeStep(ctx, {
    order,
    event: `ask-${kind}`,
    tells: `work-order.${kind}-asked`,
    publicData: { reason, ...(days ? { days } : {}) },
  });
  await ctx.prisma.workOrderRequest.create({
    data: {
      id: newId(now),
      workOrderId: order.id,
      kind,
      departmentId: order.departmentId,
      reason,
      days,
      openKey: `${order.id}:${kind}`,
      askedBy: ctx.actor.personId,
      askedAt: now,
    },
  });
  await requeue(ctx, await loadWorkOrder(ctx, order.id));
  const calendar = await openCalendar(ctx);
  await openQueueItem(ctx, {
    kind: kind === 'return' ? 'returned-order' : 'order-request',
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: handlingArea(after),
    title: order.title,
    detail: reason,
    dueAt: calendar.at(calendar.elapsed(now) + dispatchHours * 3_600_000),
  });
}

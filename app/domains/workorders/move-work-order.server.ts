import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { workOrderEvents } from './events';
import type { WorkOrderEventType } from './events';
import { workOrderLifecycle } from './lifecycle';
import type { WorkOrderEvent } from './lifecycle';
import { transitionFrom } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';

export async function loadWorkOrder(tx: Transaction, id: string) {
  const order = await tx.prisma.workOrder.findUnique({ where: { id }, include: { links: true } });
  if (!order) throw new DomainError('not-found');
  return order;
}
export type LoadedWorkOrder = Awaited<ReturnType<typeof loadWorkOrder>>;

export interface WorkOrderMove {
  order: LoadedWorkOrder;
  event: WorkOrderEvent;
  tells: WorkOrderEventType;
  columns?: Record<string, unknown>;
  publicData?: Record<string, unknown>;
}

/** Tells of a change of the order: the followers of all that hangs on it, and its department. */
export async function tellOfOrder(
  tx: Transaction,
  ctx: Context,
  event: {
    order: LoadedWorkOrder;
    type: WorkOrderEventType;
    publicData?: Record<string, unknown>;
    askedIds?: string[];
  },
): Promise<void> {
  const { order } = event;
  await appendEvent(tx, ctx, workOrderEvents, {
    type: event.type,
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    publicData: { title: order.title, number: order.number, ...event.publicData },
    privateData: {
      departmentId: order.departmentId,
      handlingAreaId: order.handlingAreaId || order.areaId,
      links: order.links.map((link) => ({ kind: link.subjectKind, id: link.subjectId })),
      askedIds: event.askedIds ?? [],
    },
  });
}

/** Takes one step of the life cycle; refused where the order has changed since it was read. */
export async function moveWorkOrder(
  tx: Transaction,
  ctx: Context,
  move: WorkOrderMove,
): Promise<LoadedWorkOrder> {
  const { order } = move;
  const step = transitionFrom(workOrderLifecycle, order.state, move.event);
  if (!step) throw new DomainError('wrong-state', { reason: 'work-orders.wrong-state' });
  const moved = await tx.prisma.workOrder.updateMany({
    where: { id: order.id, state: order.state, version: order.version },
    data: { ...move.columns, state: step.to, version: order.version + 1, updatedAt: ctx.clock.now() },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  const after = await loadWorkOrder(tx, order.id);
  await tellOfOrder(tx, ctx, {
    order: after,
    type: move.tells,
    ...(move.publicData ? { publicData: move.publicData } : {}),
  });
  return after;
}

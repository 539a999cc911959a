import type { ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { workOrderEvents } from '../events';
import type { SaidOf } from '../../ledger/define-events';
import type { WorkOrderEventType } from '../events';
import { workOrderLifecycle } from '../lifecycle';
import type { WorkOrderEvent } from '../lifecycle';
import { mayStep } from '../policy';
import type { StepFacts } from '../policy';
import { transitionFrom } from '~/lib/lifecycle';
import { requeue } from '../queue/queue-order.server';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/** What hangs on an order and decides about its steps. */
export const orderParts = {
  links: true,
  requests: { where: { state: 'open' } },
  helpers: true,
  whistles: { where: { closedAt: null }, include: { calls: true } },
} as const;

export async function loadWorkOrder(tx: Transaction, id: string) {
  const order = await tx.prisma.workOrder.findUnique({ where: { id }, include: orderParts });
  if (!order) throw new DomainError('not-found');
  return order;
}

/** The order, held until the transaction ends: what its state and version decide stays true. */
export async function holdWorkOrder(tx: Transaction, id: string): Promise<LoadedWorkOrder> {
  await lockRow(tx, 'WorkOrder', id);
  return loadWorkOrder(tx, id);
}
export type LoadedWorkOrder = Awaited<ReturnType<typeof loadWorkOrder>>;
type OrderParts = Pick<
  LoadedWorkOrder,
  | 'areaId'
  | 'handlingAreaId'
  | 'departmentId'
  | 'state'
  | 'assigned'
  | 'returnedCount'
  | 'transferCount'
  | 'requests'
  | 'helpers'
  | 'whistles'
>;

/** The area whose coordinator has the order. */
export const handlingArea = (order: { handlingAreaId: string; areaId: string }): string =>
  order.handlingAreaId || order.areaId;

/** What the policy asks about an order. */
export function stepFacts(order: OrderParts): StepFacts {
  const { areaId, departmentId, state, assigned, returnedCount, transferCount } = order;
  return {
    areaId,
    departmentId,
    state,
    assigned,
    returnedCount,
    transferCount,
    handlingAreaId: handlingArea(order),
    openRequests: order.requests.map((request) => request.kind),
    helperIds: order.helpers.filter((row) => !row.reportedAt).map((row) => row.departmentId),
    calledIds: order.whistles.flatMap((whistle) =>
      whistle.calls.filter((call) => !call.reportedAt).map((call) => call.departmentId),
    ),
    openWhistles: order.whistles.length,
  };
}

/** Who is told beside the followers and the responsible department. */
export interface Told {
  askedIds?: string[];
  personIds?: string[];
  organisationIds?: string[];
  /** The coordinators of this area, where it is not the one that has the order. */
  handlingAreaId?: string;
  /** The caller whose number was opened. */
  callerId?: string;
}

export interface WorkOrderMove {
  order: LoadedWorkOrder;
  event: WorkOrderEvent;
  tells: WorkOrderEventType;
  columns?: Record<string, unknown>;
  publicData?: SaidOf<typeof workOrderEvents, WorkOrderEventType>;
  told?: Told;
}

/** Tells of a change of the order: the followers of all that hangs on it, and its department. */
export async function tellOfOrder(
  ctx: TransactionContext,
  event: {
    order: LoadedWorkOrder;
    type: WorkOrderEventType;
    publicData?: SaidOf<typeof workOrderEvents, WorkOrderEventType>;
    askedIds?: string[];
    told?: Told;
  },
): Promise<void> {
  const { order } = event;
  await appendEvent(ctx, workOrderEvents, {
    type: event.type,
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    publicData: { title: order.title, number: order.number, ...event.publicData },
    privateData: {
      departmentId: order.departmentId,
      handlingAreaId: handlingArea(order),
      links: order.links.map((link) => ({ kind: link.subjectKind, id: link.subjectId })),
      askedIds: event.askedIds ?? [],
      ...event.told,
    },
  });
}

/** Takes one step of the life cycle; refused where the order has changed since it was read. */
export async function moveWorkOrder(ctx: TransactionContext, move: WorkOrderMove): Promise<LoadedWorkOrder> {
  const { order } = move;
  const step = transitionFrom(workOrderLifecycle, order.state, move.event);
  if (!step) throw new DomainError('wrong-state', { reason: 'work-orders.wrong-state' });
  const moved = await ctx.prisma.workOrder.updateMany({
    where: { id: order.id, state: order.state, version: order.version },
    data: { ...move.columns, state: step.to, version: order.version + 1, updatedAt: ctx.clock.now() },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  const after = await loadWorkOrder(ctx, order.id);
  await requeue(ctx, after);
  await tellOfOrder(ctx, {
    order: after,
    type: move.tells,
    ...(move.publicData ? { publicData: move.publicData } : {}),
    ...(move.told ? { told: move.told } : {}),
  });
  return after;
}

/** Takes a step that a person asks for: state, party and obstacles are checked first. */
export async function takeStep(ctx: TransactionContext, move: WorkOrderMove): Promise<LoadedWorkOrder> {
  ensureStep(ctx, move.order, move.event);
  return moveWorkOrder(ctx, move);
}

/** Throws `wrong-state` where the table has no such step, `forbidden` where the actor may not take it. */
export function ensureStep(ctx: ReadContext, order: LoadedWorkOrder, event: WorkOrderEvent): void {
  if (!transitionFrom(workOrderLifecycle, order.state, event))
    throw new DomainError('wrong-state', { reason: 'work-orders.wrong-state' });
  ensure(mayStep(ctx.actor, stepFacts(order), event));
}

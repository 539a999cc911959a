import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { openQueueItem, settleQueueItems } from '../../moderation/index.server';
import { noteGapOf, recordDispatchChoice } from '../../responsibility/index.server';
import type { ListedLimit } from '../clocks/clocks.server';
import { startClock, stopClocks } from '../clocks/clocks.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, loadWorkOrder, takeStep } from './move-work-order.server';
import { requeue } from '../queue/queue-order.server';
import { organisationsById } from '../../organisations/index.server';
import { lastInstant } from '~/lib/time/days';
import { requestLifecycle } from '../lifecycle';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';

export interface Dispatching {
  order: LoadedWorkOrder;
  departmentId: string;
  /** A date in place of the limit that the rules give. */
  /** The last day, in the portal's zone, or an instant. */
  deadline?: string | Date | undefined;
  /** 指定 or 改派 are decisions and say why. */
  event?: 'dispatch' | 'assign' | 'reassign';
  reason?: string;
}

/** A verified department, or `invalid` at the field. */
export async function departmentNamed(ctx: TransactionContext, id: string, field = 'departmentId') {
  // Kept from being taken out of service until the order lies with it.
  await lockRow(ctx, 'Organisation', id, 'share');
  const department = (await organisationsById(ctx, [id])).get(id);
  if (department?.kind !== 'department' || department.state !== 'verified')
    throw new DomainError('invalid', { field, reason: 'work-orders.unknown-department' });
  return department;
}

const tells = {
  dispatch: 'work-order.dispatched',
  assign: 'work-order.assigned',
  reassign: 'work-order.reassigned',
} as const;

/**
 * Sends the order to a department: the clocks to respond and to resolve begin. The first department asked leads until
 * another has accepted. What waited with the department before is settled by it.
 */
export async function sendToDepartment(
  ctx: TransactionContext,
  given: Dispatching,
): Promise<LoadedWorkOrder> {
  const { order, event = 'dispatch', reason } = given;
  const department = await departmentNamed(ctx, given.departmentId);
  const now = ctx.clock.now();
  const deadline = lastInstant(given.deadline, ctx.configuration.timeZone) ?? undefined;
  if (deadline && deadline <= now)
    throw new DomainError('invalid', { field: 'deadline', reason: 'work-orders.deadline-in-past' });
  const before = order.departmentId;
  const listed = await recordDispatchChoice(ctx, { ...matterOf(order), departmentId: department.id });
  const times = await startBoth(ctx, { order, deadline, listed });
  const after = await takeStep(ctx, {
    order,
    event,
    tells: tells[event],
    columns: {
      departmentId: department.id,
      leadId: event === 'reassign' ? department.id : (order.leadId ?? department.id),
      assigned: event === 'assign' || order.assigned,
      dispatchedAt: now,
      acceptedAt: null,
      suspendedAt: null,
      ...times,
    },
    publicData: { department: department.name, deadlineAt: times.deadlineAt, ...(reason ? { reason } : {}) },
    told: { organisationIds: before && before !== department.id ? [before] : [] },
  });
  await closeWhatWaited(ctx, order.id);
  return after;
}

/** What the responsibility lists are asked about an order. */
function matterOf(order: LoadedWorkOrder) {
  const { id, title, category, level } = order;
  return { workOrderId: id, title, category, level, areaId: handlingArea(order) };
}

async function startBoth(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; deadline: Date | undefined; listed: ListedLimit | null },
) {
  const { order, deadline, listed } = given;
  await stopClocks(ctx, { workOrderId: order.id });
  const responseDueAt = await startClock(ctx, { order, kind: 'response' });
  const deadlineAt = await startClock(ctx, { order, kind: 'resolution', fixedDueAt: deadline, listed });
  return { responseDueAt, deadlineAt };
}

/** Requests of the department that has the order no longer, and what moderators waited for. */
export async function closeWhatWaited(ctx: TransactionContext, workOrderId: string): Promise<void> {
  const { from, to } = stepOf(requestLifecycle, 'withdraw');
  await ctx.prisma.workOrderRequest.updateMany({
    where: { workOrderId, state: { in: from } },
    data: { state: to, openKey: null, decidedAt: ctx.clock.now() },
  });
  await ctx.prisma.workOrderSuspension.updateMany({
    where: { workOrderId, endedAt: null },
    data: { endedAt: ctx.clock.now() },
  });
  await settleQueueItems(ctx, {
    subjectKind: 'work-order',
    subjectId: workOrderId,
    kinds: ['returned-order', 'order-request', 'undispatched'],
    decision: 'done',
    because: { ground: 'order-moved' },
  });
  await requeue(ctx, await loadWorkOrder(ctx, workOrderId));
}

/** An order that lies with no department: a clock runs for it too, and it waits in the coordinators' queue. */
export async function awaitDispatch(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  await stopClocks(ctx, { workOrderId: order.id });
  const dueAt = await startClock(ctx, { order, kind: 'dispatch' });
  await openQueueItem(ctx, {
    kind: 'undispatched',
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: handlingArea(order),
    title: order.title,
    detail: order.number,
    dueAt,
  });
  await requeue(ctx, await loadWorkOrder(ctx, order.id));
  await noteGapOf(ctx, matterOf(order));
}

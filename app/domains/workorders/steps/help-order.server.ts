import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { departmentNamed } from './dispatch-order.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { takeStep } from './move-work-order.server';
import { lastInstant } from '~/lib/time/days';

/** 协办: asks another department to help; it reports to the leading one by the date, at the latest when that is due. */
export async function addHelper(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; departmentId: string; task: string; dueAt?: string | Date | undefined },
): Promise<void> {
  const { order, task } = given;
  const department = await departmentNamed(ctx, given.departmentId);
  const now = ctx.clock.now();
  const taken = [order.departmentId, ...order.helpers.map((row) => row.departmentId)];
  if (taken.includes(department.id))
    throw new DomainError('conflict', { field: 'departmentId', reason: 'work-orders.helps-already' });
  const dueAt = lastInstant(given.dueAt, ctx.configuration.timeZone) ?? order.deadlineAt ?? now;
  await ctx.prisma.workOrderHelper.create({
    data: {
      workOrderId: order.id,
      departmentId: department.id,
      task,
      addedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      addedAt: now,
      dueAt,
    },
  });
  await takeStep(ctx, {
    order,
    event: 'add-helper',
    tells: 'work-order.helper-added',
    publicData: { department: department.name, task, dueAt },
    told: { organisationIds: [department.id] },
  });
}

/** A helping department tells the leading one what it did. */
export async function reportHelp(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; words: string },
): Promise<void> {
  const { order, words } = given;
  const own = ctx.actor.kind === 'person' ? ctx.actor.memberships : [];
  const mine = order.helpers.find(
    (row) => !row.reportedAt && own.some((member) => member.organisationId === row.departmentId),
  );
  if (!mine) throw new DomainError('forbidden', { reason: 'work-orders.other-department' });
  await ctx.prisma.workOrderHelper.updateMany({
    where: { workOrderId: order.id, departmentId: mine.departmentId, reportedAt: null },
    data: { report: words, reportedAt: ctx.clock.now() },
  });
  const name = own.find((member) => member.organisationId === mine.departmentId)?.name ?? '';
  await takeStep(ctx, {
    order,
    event: 'helper-report',
    tells: 'work-order.helper-reported',
    publicData: { department: name, reason: words },
  });
}

/** The lead reports when its helpers have, or when their time is over. */
export function ensureHelpersReported(order: LoadedWorkOrder, now: Date): void {
  if (order.helpers.some((row) => !row.reportedAt && row.dueAt > now))
    throw new DomainError('wrong-state', { reason: 'work-orders.helpers-missing' });
}

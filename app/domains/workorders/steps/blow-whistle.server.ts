import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { departmentNamed } from './dispatch-order.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, takeStep } from './move-work-order.server';
import { newId } from '~/platform/ids';

export interface NewWhistle {
  order: LoadedWorkOrder;
  departmentIds: readonly string[];
  place: string;
  meetsAt: Date;
  purpose: string;
}

/** 吹哨: calls departments to a place and time. Each must report in by then. Source: 北京市接诉即办工作条例 Art 16. */
export async function blowWhistle(ctx: TransactionContext, whistle: NewWhistle): Promise<void> {
  const { order, place, meetsAt, purpose } = whistle;
  const now = ctx.clock.now();
  if (meetsAt <= now)
    throw new DomainError('invalid', { field: 'meetsAt', reason: 'work-orders.deadline-in-past' });
  const called = [];
  for (const id of new Set(whistle.departmentIds))
    called.push(await departmentNamed(ctx, id, 'departmentIds'));
  const id = newId(now);
  await ctx.prisma.whistle.create({
    data: {
      id,
      workOrderId: order.id,
      areaId: handlingArea(order),
      place,
      meetsAt,
      purpose,
      blownBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      blownAt: now,
    },
  });
  await ctx.prisma.whistleCall.createMany({
    data: called.map((department) => ({ whistleId: id, departmentId: department.id })),
  });
  await takeStep(ctx, {
    order,
    event: 'whistle',
    tells: 'work-order.whistle-blown',
    publicData: { departments: called.map(({ name }) => name), place, meetsAt, task: purpose },
    told: { organisationIds: called.map((department) => department.id) },
  });
}

/** 报到: staff of a called department say that they are there. Later than the time, it is shown as late. */
export async function reportIn(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; words: string },
): Promise<void> {
  const { order, words } = given;
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { memberships, personId } = ctx.actor;
  const mine = order.whistles
    .flatMap((whistle) => whistle.calls)
    .filter(
      (call) => !call.reportedAt && memberships.some((own) => own.organisationId === call.departmentId),
    );
  for (const { whistleId, departmentId } of mine) {
    await ctx.prisma.whistleCall.updateMany({
      where: { whistleId, departmentId, reportedAt: null },
      data: { reportedAt: ctx.clock.now(), reportedBy: personId, words },
    });
  }
  const names = memberships.filter((own) => mine.some((call) => call.departmentId === own.organisationId));
  await takeStep(ctx, {
    order,
    event: 'report-in',
    tells: 'work-order.reported-in',
    publicData: { departments: names.map(({ name }) => name), ...(words ? { reason: words } : {}) },
  });
}

/** The meeting is over: what was agreed, and who did not come, is on record. */
export async function closeWhistle(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; words: string },
): Promise<void> {
  const { order, words } = given;
  const calls = order.whistles.flatMap((whistle) => whistle.calls);
  await ctx.prisma.whistle.updateMany({
    where: { workOrderId: order.id, closedAt: null },
    data: { closedAt: ctx.clock.now(), outcome: words },
  });
  await takeStep(ctx, {
    order,
    event: 'close-whistle',
    tells: 'work-order.whistle-closed',
    publicData: {
      reason: words,
      called: calls.length,
      absent: calls.filter((call) => !call.reportedAt).length,
    },
    told: { organisationIds: calls.map((call) => call.departmentId) },
  });
}

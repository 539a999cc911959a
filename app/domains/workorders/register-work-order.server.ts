import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { markFeedbackDispatched } from '../feedback/index.server';
import { startImplementation } from '../proposals/index.server';
import { openStates } from './lifecycle';
import { awaitDispatch, sendToDepartment } from './dispatch-order.server';
import { loadWorkOrder, tellOfOrder } from './move-work-order.server';
import { mayDispatch } from './policy';
import type { NewWorkOrder } from './schema';
import { levelOf } from '~/lib/division-code';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

export interface OrderSubject {
  kind: 'proposal' | 'feedback' | 'obligation';
  id: string;
}

/** Where a matter lies, so that nobody dispatches in an area not theirs. */
export async function areaOfSubject(tx: Transaction, subject: OrderSubject): Promise<string> {
  const areaId = await {
    proposal: async () => (await tx.prisma.proposal.findUnique({ where: { id: subject.id } }))?.areaId,
    feedback: async () => (await tx.prisma.feedback.findUnique({ where: { id: subject.id } }))?.areaId,
    obligation: async () =>
      (await tx.prisma.obligation.findUnique({ where: { id: subject.id }, include: { agreement: true } }))
        ?.agreement.areaId,
  }[subject.kind]();
  if (!areaId) throw new DomainError('not-found');
  return areaId;
}

/** Readable on paper: the day and a serial number of it. */
async function nextNumber(tx: Transaction, now: Date): Promise<string> {
  const day = new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10).replaceAll('-', '');
  const last = await tx.prisma.workOrder.findFirst({
    where: { number: { gte: `GZ${day}`, lt: `GZ${day}~` } },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  const serial = last ? Number(last.number.slice(10)) + 1 : 1;
  return `GZ${day}${String(serial).padStart(4, '0')}`;
}

async function hang(
  tx: Transaction,
  ctx: Context,
  link: { workOrderId: string; subject: OrderSubject },
): Promise<void> {
  const { workOrderId, subject } = link;
  const added = await tx.sql.run(
    `INSERT INTO "WorkOrderLink" ("workOrderId", "subjectKind", "subjectId", "linkedBy", "createdAt") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [
      workOrderId,
      subject.kind,
      subject.id,
      ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      ctx.clock.now(),
    ],
  );
  if (added === 0) throw new DomainError('conflict', { reason: 'work-orders.linked-already' });
  if (subject.kind === 'proposal')
    await startImplementation(tx, ctx, { proposalId: subject.id, workOrderId });
  if (subject.kind === 'feedback')
    await markFeedbackDispatched(tx, ctx, { feedbackId: subject.id, workOrderId });
}

/** Turns a matter into a work order, and dispatches it where a department is named; answers the order's id. */
export async function registerWorkOrder(ctx: Context, input: NewWorkOrder): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now);
  const subject: OrderSubject = { kind: input.subjectKind, id: input.subjectId };
  try {
    await ctx.database.transaction(async (tx) => {
      const areaId = await areaOfSubject(tx, subject);
      ensure(mayDispatch(ctx.actor, areaId));
      await tx.prisma.workOrder.create({
        data: {
          id,
          number: await nextNumber(tx, now),
          externalNumber: input.externalNumber === '' ? null : input.externalNumber,
          externalSystem: input.externalNumber === '' ? null : '12345',
          title: input.title,
          description: input.description,
          category: input.category,
          areaId,
          handlingAreaId: areaId,
          level: levelOf(areaId),
          state: 'registered',
          urgency: input.urgency,
          createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
          createdAt: now,
          updatedAt: now,
        },
      });
      await hang(tx, ctx, { workOrderId: id, subject });
      const order = await loadWorkOrder(tx, id);
      await tellOfOrder(tx, ctx, { order, type: 'work-order.registered' });
      if (input.departmentId === '') return awaitDispatch(tx, ctx, order);
      await dispatch(tx, ctx, { id, departmentId: input.departmentId, deadline: input.deadline });
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'externalNumber', reason: 'work-orders.number-known' });
    throw error;
  }
  return id;
}

/** Sends the order to a department; the limits give the deadline unless one is set. */
export async function dispatch(
  tx: Transaction,
  ctx: Context,
  input: { id: string; departmentId: string; deadline: Date | undefined },
): Promise<void> {
  const order = await loadWorkOrder(tx, input.id);
  await sendToDepartment(tx, ctx, { order, departmentId: input.departmentId, deadline: input.deadline });
}

/** Hangs another matter on an order that exists, found by its own or its official number. */
export async function linkToWorkOrder(ctx: Context, subject: OrderSubject, number: string): Promise<string> {
  return ctx.database.transaction(async (tx) => {
    const areaId = await areaOfSubject(tx, subject);
    ensure(mayDispatch(ctx.actor, areaId));
    const found = await tx.prisma.workOrder.findFirst({
      where: { OR: [{ number }, { externalNumber: number }] },
    });
    if (!found) throw new DomainError('invalid', { field: 'number', reason: 'work-orders.unknown-number' });
    if (!(openStates as readonly string[]).includes(found.state)) {
      throw new DomainError('invalid', { field: 'number', reason: 'work-orders.closed-already' });
    }
    await hang(tx, ctx, { workOrderId: found.id, subject });
    const order = await loadWorkOrder(tx, found.id);
    await tellOfOrder(tx, ctx, { order, type: 'work-order.linked' });
    return found.id;
  });
}

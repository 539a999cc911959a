import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { eachByItself } from '../../each-by-itself';
import { openQueueItem } from '../../moderation/index.server';
import { clockOf, stepKey, stepsDone, timesOf } from './clocks.server';
import { openCalendar } from './deadline-settings.server';
import { openStates } from '../lifecycle';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { handlingArea, holdWorkOrder, tellOfOrder } from '../steps/move-work-order.server';
import type { EscalationStep } from '../rules/deadlines/escalation';
import { startSupervision } from '../steps/supervise-order.server';
import { superiorsFor } from '../steps/superiors.server';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { isOneOf } from '~/lib/known-words';

/**
 * Takes the steps of escalation that have fallen due: reminders, word to the superior, and further up. Each clock in one
 * transaction, each step under a unique key: whoever is killed in between or runs beside another loses and doubles none.
 */
export async function escalateOverdue(ctx: Context): Promise<number> {
  const due = await ctx.database.read.workOrderClock.findMany({
    where: { endedAt: null, nextStepAt: { lte: ctx.clock.now() } },
    orderBy: { nextStepAt: 'asc' },
    select: { id: true },
    take: 200,
  });
  await eachByItself(due, ({ id }) => inTransaction(ctx, (ctx) => escalateClock(ctx, id)));
  return due.length;
}

/** Takes what has fallen due for one clock and notes when its next step does. */
export async function escalateClock(ctx: TransactionContext, clockId: string): Promise<void> {
  const found = await ctx.prisma.workOrderClock.findUnique({ where: { id: clockId } });
  if (!found || found.endedAt) return;
  const order = await holdWorkOrder(ctx, found.workOrderId);
  // Read again: whoever had the order may have ended the clock.
  const row = await ctx.prisma.workOrderClock.findUniqueOrThrow({ where: { id: clockId } });
  if (row.endedAt) return;
  const stands = order.state === 'suspended' || !isOneOf(openStates, order.state);
  const now = ctx.clock.now();
  const done = await stepsDone(ctx, row);
  const suspensions = await ctx.prisma.workOrderSuspension.findMany({ where: { workOrderId: order.id } });
  const { steps } = timesOf(await openCalendar(ctx), clockOf(row, suspensions), {
    areaId: handlingArea(order),
    from: now,
  });
  for (const step of steps) {
    if (stands || step.at > now || done.has(step.step)) continue;
    if (await note(ctx, { order, clock: row, step })) await tellOfClock(ctx, { order, clock: row, step });
    done.add(step.step);
  }
  const next = stands ? null : (steps.find(({ step }) => !done.has(step))?.at ?? null);
  await ctx.prisma.workOrderClock.update({ where: { id: clockId }, data: { nextStepAt: next } });
}

interface StepOfClock {
  order: LoadedWorkOrder;
  clock: { workOrderId: string; kind: string; round: number; dueAt: Date };
  step: EscalationStep;
}

/** Writes the step down; false where it stands there already. */
async function note(ctx: TransactionContext, { order, clock, step }: StepOfClock): Promise<boolean> {
  const [personId = null] = step.kind === 'reminder' ? [] : await told(ctx, { order, step });
  const now = ctx.clock.now();
  const written = await ctx.sql.run(
    `INSERT INTO "WorkOrderEscalation" ("id", "workOrderId", "key", "kind", "clock", "areaId", "personId", "at")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("key") DO NOTHING`,
    [newId(now), order.id, stepKey(clock, step.step), step.kind, clock.kind, step.areaId, personId, now],
  );
  return written > 0;
}

/** Overdue is told to the department's superior, what goes further up to the area's. */
function told(tx: Transaction, { order, step }: Pick<StepOfClock, 'order' | 'step'>): Promise<string[]> {
  return superiorsFor(tx, {
    areaId: step.areaId,
    departmentId: step.kind === 'overdue' ? order.departmentId : null,
  });
}

const tells = {
  reminder: 'work-order.due-soon',
  overdue: 'work-order.overdue',
  escalated: 'work-order.escalated',
} as const;

async function tellOfClock(ctx: TransactionContext, { order, clock, step }: StepOfClock): Promise<void> {
  const personIds = step.kind === 'reminder' ? [] : await told(ctx, { order, step });
  await tellOfOrder(ctx, {
    order,
    type: tells[step.kind],
    publicData: { deadlineAt: clock.dueAt, clock: clock.kind },
    told: { personIds, handlingAreaId: step.areaId },
  });
  if (step.kind !== 'overdue') return;
  await openQueueItem(ctx, {
    kind: 'overdue',
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    title: order.title,
    detail: order.number,
    dueAt: clock.dueAt,
  });
  if (clock.kind === 'resolution') await startSupervision(ctx, { order, ground: 'overdue' });
}

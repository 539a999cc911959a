import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { eachByItself } from '../each-by-itself';
import { settleQueueItems } from '../moderation/index.server';
import type { RequestKind } from './ask-coordinator.server';
import { rereadResolution, stopClocks } from './clocks.server';
import { openCalendar } from './deadline-settings.server';
import { awaitDispatch } from './dispatch-order.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, holdWorkOrder, loadWorkOrder, takeStep } from './move-work-order.server';
import { goesAbove } from './policy';
import { startSupervision } from './supervise-order.server';
import { levelOf, parentOf } from '~/lib/division-code';
import { withinTransaction } from '../within-transaction';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

export interface Verdict {
  order: LoadedWorkOrder;
  kind: RequestKind;
  grant: boolean;
  words: string;
}

/** A coordinator decides what the department asked for. */
export async function decideRequest(tx: Transaction, ctx: Context, verdict: Verdict): Promise<void> {
  const { order, kind, grant, words } = verdict;
  const request = order.requests.find((row) => row.kind === kind);
  if (!request) throw new DomainError('conflict', { reason: 'work-orders.nothing-asked' });
  const decided = await tx.prisma.workOrderRequest.updateMany({
    where: { id: request.id, state: 'open' },
    data: {
      state: grant ? 'granted' : 'refused',
      openKey: null,
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      decidedAt: ctx.clock.now(),
      words,
    },
  });
  if (decided.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
  await settleQueueItems(tx, ctx, {
    subjectKind: 'work-order',
    subjectId: order.id,
    kinds: [kind === 'return' ? 'returned-order' : 'order-request'],
    decision: grant ? 'granted' : 'refused',
    reason: words,
  });
  if (!grant) return refuse(tx, ctx, verdict);
  if (kind === 'return') return giveBack(tx, ctx, verdict);
  const days = request.days ?? 1;
  return kind === 'extension'
    ? extend(tx, ctx, { ...verdict, days })
    : suspend(tx, ctx, { ...verdict, days, reason: request.reason });
}

/** A refused return stays with its department and is watched from then on: 拒收. */
async function refuse(tx: Transaction, ctx: Context, { order, kind, words }: Verdict): Promise<void> {
  await takeStep(tx, ctx, {
    order,
    event: `refuse-${kind}`,
    tells: `work-order.${kind}-refused`,
    publicData: { reason: words },
  });
  if (kind === 'return')
    await startSupervision(tx, ctx, { order: await loadWorkOrder(tx, order.id), ground: 'refusal' });
}

/** After the second return or transfer the coordinator of the level above has the order. */
async function giveBack(tx: Transaction, ctx: Context, { order, words }: Verdict): Promise<void> {
  const here = handlingArea(order);
  const handlingAreaId = goesAbove(order) ? (parentOf(here) ?? here) : here;
  const before = order.departmentId;
  const after = await takeStep(tx, ctx, {
    order,
    event: 'grant-return',
    tells: 'work-order.returned',
    columns: {
      returnedCount: order.returnedCount + 1,
      departmentId: null,
      deadlineAt: null,
      responseDueAt: null,
      handlingAreaId,
      level: levelOf(handlingAreaId),
    },
    publicData: words === '' ? {} : { reason: words },
    told: { organisationIds: before ? [before] : [] },
  });
  await stopClocks(tx, ctx, { workOrderId: order.id });
  await awaitDispatch(tx, ctx, after);
}

async function extend(tx: Transaction, ctx: Context, given: Verdict & { days: number }): Promise<void> {
  const { order, days, words } = given;
  const deadlineAt = await rereadResolution(tx, ctx, { order, extendBy: days });
  await takeStep(tx, ctx, {
    order,
    event: 'grant-extension',
    tells: 'work-order.extended',
    columns: { deadlineAt },
    publicData: { days, deadlineAt, ...(words === '' ? {} : { reason: words }) },
  });
}

/** The clock stands still for so many working days at most, or until someone resumes. */
async function suspend(
  tx: Transaction,
  ctx: Context,
  given: Verdict & { days: number; reason: string },
): Promise<void> {
  const { order, days, reason } = given;
  const now = ctx.clock.now();
  const calendar = await openCalendar(withinTransaction(ctx, tx));
  const until = calendar.at(calendar.elapsed(now) + days * calendar.dayLength);
  await tx.prisma.workOrderSuspension.create({
    data: { id: newId(now), workOrderId: order.id, startedAt: now, until, reason },
  });
  const deadlineAt = await rereadResolution(tx, ctx, { order, standsStill: true });
  await takeStep(tx, ctx, {
    order,
    event: 'grant-suspension',
    tells: 'work-order.suspended',
    columns: { suspendedAt: now, deadlineAt },
    publicData: { days, until },
  });
}

/** Work goes on, and so does the clock. */
export async function resume(tx: Transaction, ctx: Context, order: LoadedWorkOrder): Promise<void> {
  await tx.prisma.workOrderSuspension.updateMany({
    where: { workOrderId: order.id, endedAt: null },
    data: { endedAt: ctx.clock.now() },
  });
  const deadlineAt = await rereadResolution(tx, ctx, { order });
  await takeStep(tx, ctx, {
    order,
    event: 'resume',
    tells: 'work-order.resumed',
    columns: { suspendedAt: null, deadlineAt },
    publicData: { deadlineAt },
  });
}

/** Resumes the orders whose time of standing still is over. */
export async function resumeSuspended(ctx: Context): Promise<number> {
  const due = await ctx.database.read.workOrderSuspension.findMany({
    where: { endedAt: null, until: { lte: ctx.clock.now() } },
    select: { workOrderId: true },
    take: 200,
  });
  await eachByItself(due, ({ workOrderId }) =>
    ctx.database.transaction(async (tx) => {
      const order = await holdWorkOrder(tx, workOrderId);
      if (order.state === 'suspended') await resume(tx, ctx, order);
    }),
  );
  return due.length;
}

import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { eachByItself } from '../../each-by-itself';
import { settleQueueItems } from '../../moderation/index.server';
import type { RequestKind } from './ask-coordinator.server';
import { rereadResolution, stopClocks } from '../clocks/clocks.server';
import { openCalendar } from '../clocks/deadline-settings.server';
import { awaitDispatch } from './dispatch-order.server';
import { requestLifecycle } from '../lifecycle';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, holdWorkOrder, loadWorkOrder, takeStep } from './move-work-order.server';
import { goesAbove } from '../policy';
import { startSupervision } from './supervise-order.server';
import { levelOf, parentOf } from '~/lib/geo/division-code';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';

export interface Verdict {
  order: LoadedWorkOrder;
  kind: RequestKind;
  grant: boolean;
  words: string;
}

/** A coordinator decides what the department asked for. */
export async function decideRequest(ctx: TransactionContext, verdict: Verdict): Promise<void> {
  const { order, kind, grant, words } = verdict;
  const request = order.requests.find((row) => row.kind === kind);
  if (!request) throw new DomainError('conflict', { reason: 'work-orders.nothing-asked' });
  const { from, to } = grant ? stepOf(requestLifecycle, 'grant') : stepOf(requestLifecycle, 'refuse');
  const decided = await ctx.prisma.workOrderRequest.updateMany({
    where: { id: request.id, state: { in: from } },
    data: {
      state: to,
      openKey: null,
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      decidedAt: ctx.clock.now(),
      words,
    },
  });
  if (decided.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
  await settleQueueItems(ctx, {
    subjectKind: 'work-order',
    subjectId: order.id,
    kinds: [kind === 'return' ? 'returned-order' : 'order-request'],
    decision: grant ? 'granted' : 'refused',
    because: { ground: 'in-words', words },
  });
  if (!grant) return refuse(ctx, verdict);
  if (kind === 'return') return giveBack(ctx, verdict);
  const days = request.days ?? 1;
  return kind === 'extension'
    ? extend(ctx, { ...verdict, days })
    : suspend(ctx, { ...verdict, days, reason: request.reason });
}

/** A refused return stays with its department and is watched from then on: 拒收. */
async function refuse(ctx: TransactionContext, { order, kind, words }: Verdict): Promise<void> {
  await takeStep(ctx, {
    order,
    event: `refuse-${kind}`,
    tells: `work-order.${kind}-refused`,
    publicData: { reason: words },
  });
  if (kind === 'return')
    await startSupervision(ctx, { order: await loadWorkOrder(ctx, order.id), ground: 'refusal' });
}

/** After the second return or transfer the coordinator of the level above has the order. */
async function giveBack(ctx: TransactionContext, { order, words }: Verdict): Promise<void> {
  const here = handlingArea(order);
  const handlingAreaId = goesAbove(order) ? (parentOf(here) ?? here) : here;
  const before = order.departmentId;
  const after = await takeStep(ctx, {
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
  await stopClocks(ctx, { workOrderId: order.id });
  await awaitDispatch(ctx, after);
}

async function extend(ctx: TransactionContext, given: Verdict & { days: number }): Promise<void> {
  const { order, days, words } = given;
  const deadlineAt = await rereadResolution(ctx, { order, extendBy: days });
  await takeStep(ctx, {
    order,
    event: 'grant-extension',
    tells: 'work-order.extended',
    columns: { deadlineAt },
    publicData: { days, deadlineAt, ...(words === '' ? {} : { reason: words }) },
  });
}

/** The clock stands still for so many working days at most, or until someone resumes. */
async function suspend(
  ctx: TransactionContext,
  given: Verdict & { days: number; reason: string },
): Promise<void> {
  const { order, days, reason } = given;
  const now = ctx.clock.now();
  const calendar = await openCalendar(ctx);
  const until = calendar.at(calendar.elapsed(now) + days * calendar.dayLength);
  await ctx.prisma.workOrderSuspension.create({
    data: { id: newId(now), workOrderId: order.id, startedAt: now, until, reason },
  });
  const deadlineAt = await rereadResolution(ctx, { order, standsStill: true });
  await takeStep(ctx, {
    order,
    event: 'grant-suspension',
    tells: 'work-order.suspended',
    columns: { suspendedAt: now, deadlineAt },
    publicData: { days, until },
  });
}

/** Work goes on, and so does the clock. */
export async function resume(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  await ctx.prisma.workOrderSuspension.updateMany({
    where: { workOrderId: order.id, endedAt: null },
    data: { endedAt: ctx.clock.now() },
  });
  const deadlineAt = await rereadResolution(ctx, { order });
  await takeStep(ctx, {
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
    inTransaction(ctx, async (ctx) => {
      const order = await holdWorkOrder(ctx, workOrderId);
      if (order.state === 'suspended') await resume(ctx, order);
    }),
  );
  return due.length;
}

import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { eachByItself } from '../../each-by-itself';
import { erasedAmong } from '../../identity/index.server';
import { silentAfterDays } from '../lifecycle';
import { allMattersOn } from '../links/matters-on-order.query.server';
import { moveMatters } from '../links/move-matters.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { holdWorkOrder, moveWorkOrder, tellOfOrder } from './move-work-order.server';
import { startClock } from '../clocks/clocks.server';
import { countCallBack } from '../rules/call-back';
import type { CallBackCount } from '../rules/call-back';
import { startSupervision } from './supervise-order.server';
import { newId } from '~/platform/ids';

/** Those who asked for what hangs on the order, as far as they are still there. */
async function whoAsked(ctx: TransactionContext, order: LoadedWorkOrder): Promise<string[]> {
  const asked = new Set((await allMattersOn(ctx, order.links)).map(({ askedBy }) => askedBy));
  const gone = await erasedAmong(ctx, [...asked]);
  return [...asked].filter((id) => !gone.has(id));
}

/** The callers who left a number: a coordinator asks them by phone. */
async function callersOf({ prisma }: TransactionContext, workOrderId: string): Promise<string[]> {
  const rows = await prisma.workOrderCaller.findMany({
    where: { workOrderId, hasPhone: true },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Asks each person who asked: is it really solved? */
export async function askCallBack(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  const now = ctx.clock.now();
  const askedIds = await whoAsked(ctx, order);
  const asked = [
    ...askedIds.map((personId) => ({ personId })),
    ...(await callersOf(ctx, order.id)).map((callerId) => ({ callerId })),
  ];
  const round = order.reopenedCount + 1;
  for (const whom of asked)
    await ctx.prisma.callBack.create({
      data: { id: newId(now), workOrderId: order.id, ...whom, round, askedAt: now },
    });
  await tellOfOrder(ctx, { order, type: 'work-order.call-back-asked', askedIds });
}

export interface CallBackInput {
  solved: boolean;
  /** Whether the department got in touch. */
  contacted?: boolean | undefined;
  /** 1 to 5; null where another system answers and asked for none. */
  rating: number | null;
  words: string;
}

/** The question that the person has not answered yet, or null: each is asked for so many days. */
async function openQuestion(ctx: TransactionContext, { id, state }: LoadedWorkOrder, personId: string) {
  const asked = await ctx.prisma.callBack.findFirst({
    where: { workOrderId: id, personId },
    orderBy: { round: 'desc' },
  });
  if (!asked || asked.answeredAt) return null;
  const until = asked.askedAt.getTime() + silentAfterDays * 24 * 3600_000;
  return state === 'done' || ctx.clock.now().getTime() < until ? asked : null;
}

/**
 * One of those who asked answers, once a round. The order moves on as soon as the answers decide; an answer that comes
 * in when the others have decided, within the days in which it is asked for, stands with them and moves nothing.
 */
export async function answerCallBack(ctx: Context, workOrderId: string, input: CallBackInput): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await inTransaction(ctx, async (ctx) => {
    // Of two last answers each would see the other missing, and neither would end the round.
    const order = await holdWorkOrder(ctx, workOrderId);
    const asked = await openQuestion(ctx, order, personId);
    if (!asked) throw new DomainError('conflict', { reason: 'work-orders.not-asked' });
    await ctx.prisma.callBack.update({
      where: { id: asked.id },
      data: {
        solved: input.solved,
        contacted: input.contacted ?? null,
        rating: input.rating,
        words: input.words,
        answeredAt: ctx.clock.now(),
      },
    });
    await tellOfOrder(ctx, { order, type: 'work-order.call-back-answered' });
    if (order.state !== 'done') return;
    await settle({ ...ctx, actor: { kind: 'system' } }, { order, timeIsOver: false });
  });
}

/** Ends the call-back of an order as soon as the answers decide, or the time is over. */
export async function settle(
  ctx: TransactionContext,
  input: { order: LoadedWorkOrder; timeIsOver: boolean },
): Promise<void> {
  const { order } = input;
  const answers = await ctx.prisma.callBack.findMany({
    where: { workOrderId: order.id, round: order.reopenedCount + 1 },
  });
  const { verdict, ...count } = countCallBack(answers, input.timeIsOver);
  if (verdict === 'waiting') return;
  if (verdict === 'unsolved' && order.reopenedCount === 0) {
    await reopen(ctx, { order, count });
    return moveMatters(ctx, order);
  }
  const solved = verdict !== 'unsolved';
  const after = await moveWorkOrder(ctx, {
    order,
    event: solved ? 'confirm' : 'archive-unsolved',
    tells: solved ? 'work-order.solved' : 'work-order.archived',
    columns: { closedAt: ctx.clock.now() },
    publicData: { ...count, verdict },
  });
  if (solved && count.rating !== null) {
    await moveWorkOrder(ctx, {
      order: after,
      event: 'rate',
      tells: 'work-order.rated',
      publicData: { rating: count.rating },
    });
  }
  await moveMatters(ctx, order);
}

/** 再次办理: once, with the reasons on record; the department has its limits anew and is watched. */
async function reopen(
  ctx: TransactionContext,
  { order, count }: { order: LoadedWorkOrder; count: Omit<CallBackCount, 'verdict'> },
): Promise<void> {
  const responseDueAt = await startClock(ctx, { order, kind: 'response' });
  const deadlineAt = await startClock(ctx, { order, kind: 'resolution' });
  const after = await moveWorkOrder(ctx, {
    order,
    event: 'reopen',
    tells: 'work-order.reopened',
    columns: { reopenedCount: 1, doneAt: null, acceptedAt: null, responseDueAt, deadlineAt },
    publicData: { ...count, deadlineAt },
  });
  await startSupervision(ctx, { order: after, ground: 'should-be-solved' });
}

/** Settles the orders whose askers had seven days: silence is counted apart. */
export async function settleCallBacks(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - silentAfterDays * 24 * 3600_000);
  const due = await ctx.database.read.workOrder.findMany({
    where: { state: 'done', doneAt: { lte: before } },
    select: { id: true },
    take: 200,
  });
  await eachByItself(due, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const order = await holdWorkOrder(ctx, id);
      if (order.state === 'done') await settle(ctx, { order, timeIsOver: true });
    }),
  );
  return due.length;
}

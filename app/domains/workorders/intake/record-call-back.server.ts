import type { Context, TransactionContext } from '../../context';
import { personOf } from '../../person-of';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { settle } from '../steps/call-back.server';
import { holdWorkOrder, tellOfOrder } from '../steps/move-work-order.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { mostTries, sameTryMinutes } from '../lifecycle';
import { openQuestion } from './caller-to-ask.server';
import type { CallerAnswer } from './schema';

type Asked = Awaited<ReturnType<typeof openQuestion>>;

/** Counts a call in vain. What follows at once is the same call; past the most the question waits for its days to end. */
async function noteTry(ctx: TransactionContext, order: LoadedWorkOrder, asked: Asked): Promise<void> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - sameTryMinutes * 60_000);
  const isSame = asked.lastTriedAt !== null && asked.lastTriedAt > since && asked.lastTriedAt <= now;
  if (isSame) return;
  const noted = await ctx.prisma.callBack.updateMany({
    where: { id: asked.id, answeredAt: null, lastTriedAt: asked.lastTriedAt, tries: { lt: mostTries } },
    data: { tries: { increment: 1 }, lastTriedAt: now },
  });
  if (noted.count === 0) throw new DomainError('conflict', { reason: 'work-orders.tried-often' });
  await tellOfOrder(ctx, { order, type: 'work-order.caller-not-reached' });
}

/**
 * 电话回访: a coordinator has asked the caller and writes down what was said, once a round; or that nobody answered,
 * which stands in the history, so many times at most, while the question stays open. Throws `forbidden`, and `conflict`
 * where it is answered or was tried too often.
 */
export async function recordCallBack(ctx: Context, workOrderId: string, answer: CallerAnswer): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const order = await holdWorkOrder(ctx, workOrderId);
    const asked = await openQuestion(ctx, order, answer.callBackId);
    if (answer.reached === 'no') return noteTry(ctx, order, asked);
    const { solved, contacted, rating, words } = answer;
    await ctx.prisma.callBack.update({
      where: { id: asked.id },
      data: { solved, contacted, rating, words, answeredAt: ctx.clock.now(), recordedBy: personId },
    });
    await tellOfOrder(ctx, { order, type: 'work-order.caller-answered' });
    await settle({ ...ctx, actor: { kind: 'system' } }, { order, timeIsOver: false });
  });
}

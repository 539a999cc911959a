import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { erasedAmong } from '../../identity/index.server';
import { personOf } from '../../person-of';
import { allMattersOn } from '../links/matters-on-order.query.server';
import { mayContact } from '../policy';
import { loadWorkOrder, orderParts, stepFacts, tellOfOrder } from '../steps/move-work-order.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { newId } from '~/platform/ids';

/** So many messages are kept of each who asked: who has more to say meets. */
const mostMessages = 200;
/** So many are shown to the office of all who asked, the newest. */
const mostShown = 2000;

/** How a page names a conversation: it tells nothing of whom it is with. */
const keysOf = (ctx: ReadContext, workOrderId: string, askerId: string) =>
  ctx.keys.macs(`order-message:${workOrderId}:${askerId}`).map((mac) => mac.slice(0, 24));

/** Those who asked for what hangs on the order by an account, as far as they are still there, in an order that stays. */
async function askersOf(ctx: ReadContext, order: Pick<LoadedWorkOrder, 'links'>): Promise<string[]> {
  const asked = [...new Set((await allMattersOn(ctx, order.links)).map(({ askedBy }) => askedBy))].sort();
  const [gone, reachable] = await Promise.all([
    erasedAmong(ctx, asked),
    ctx.subjects.persons.reachable(ctx, asked),
  ]);
  return reachable
    .map(({ id }) => id)
    .filter((id) => !gone.has(id))
    .sort();
}

interface Thread {
  key: string;
  /** The place among those who asked, from 1. */
  number: number;
  messages: { id: string; fromAsker: boolean; body: string; createdAt: Date }[];
}

/**
 * The conversations of an order: for who may reach those who asked all of them, for one who asked the own. Nobody's name
 * or address stands in them. Throws `forbidden` to others.
 */
export async function orderMessages(ctx: ReadContext, workOrderId: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id: workOrderId },
    include: orderParts,
  });
  if (!order) throw new DomainError('not-found');
  const personId = personOf(ctx);
  const askers = await askersOf(ctx, order);
  const decision = mayContact(ctx.actor, stepFacts(order));
  const isAsker = askers.includes(personId);
  if (!isAsker) ensure(decision);
  const shown = isAsker ? [personId] : askers;
  const rows = await ctx.database.read.orderMessage.findMany({
    where: { workOrderId, askerId: { in: shown } },
    orderBy: { id: 'desc' },
    take: mostShown,
    select: { id: true, askerId: true, fromAsker: true, body: true, createdAt: true },
  });
  const threads = shown.map((askerId): Thread => ({
    key: keysOf(ctx, workOrderId, askerId)[0] ?? '',
    number: askers.indexOf(askerId) + 1,
    messages: rows
      .filter((row) => row.askerId === askerId)
      .reverse()
      .map(({ id, fromAsker, body, createdAt }) => ({ id, fromAsker, body, createdAt })),
  }));
  const { id, number, title } = order;
  // Who asked answers; the office begins.
  const mayWrite = !isAsker || threads.some(({ messages }) => messages.length > 0);
  return { order: { id, number, title }, isAsker, threads, mayWrite };
}

interface Written {
  workOrderId: string;
  key: string;
  body: string;
}

async function write(
  ctx: TransactionContext,
  order: LoadedWorkOrder,
  message: { askerId: string; fromAsker: boolean; body: string },
): Promise<string> {
  const { askerId } = message;
  const count = await ctx.prisma.orderMessage.count({ where: { workOrderId: order.id, askerId } });
  if (count >= mostMessages)
    throw new DomainError('conflict', {
      reason: 'work-orders.too-many-messages',
      params: { most: mostMessages },
    });
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.prisma.orderMessage.create({
    data: { id, workOrderId: order.id, ...message, authorId: personOf(ctx), createdAt: now },
  });
  return id;
}

/** One of those who asked answers what staff wrote: who wrote last is told. */
async function answer(ctx: TransactionContext, order: LoadedWorkOrder, body: string): Promise<string> {
  const askerId = personOf(ctx);
  const last = await ctx.prisma.orderMessage.findFirst({
    where: { workOrderId: order.id, askerId, fromAsker: false },
    orderBy: { id: 'desc' },
  });
  if (!last) throw new DomainError('forbidden', { reason: 'work-orders.office-begins' });
  const id = await write(ctx, order, { askerId, fromAsker: true, body });
  await tellOfOrder(ctx, {
    ...{ order, type: 'work-order.message-answered', told: { personIds: [last.authorId] } },
  });
  return id;
}

/**
 * Writes to one of those who asked, or as one of them back to the office. Both go over the portal: neither is shown how
 * the other is reached. Throws `forbidden`, `not-found` where nobody of the key asked.
 */
export function writeOrderMessage(ctx: Context, { workOrderId, key, body }: Written): Promise<string> {
  return doOnce(ctx, 'work-order.message', async (ctx) => {
    const order = await loadWorkOrder(ctx, workOrderId);
    const askers = await askersOf(ctx, order);
    if (askers.includes(personOf(ctx))) return answer(ctx, order, body);
    ensure(mayContact(ctx.actor, stepFacts(order)));
    const askerId = askers.find((one) => keysOf(ctx, workOrderId, one).includes(key));
    if (askerId === undefined) throw new DomainError('not-found');
    const id = await write(ctx, order, { askerId, fromAsker: false, body });
    await tellOfOrder(ctx, { order, type: 'work-order.message-written', told: { personIds: [askerId] } });
    return id;
  });
}

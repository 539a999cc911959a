import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { bridgeEvents } from '../events';
import { sentOrderLifecycle } from '../lifecycle';
import { ensureMayLeave } from './targets.server';
import { schedule } from '../rules/webhooks/retries';
import { writeDate } from '../rules/open311/w3c-dates';
import type { Lanes } from '../webhooks/lanes';
import {
  postRemoteRequest,
  RemoteFailure,
  RemoteRefusal,
  remoteIdOfToken,
  remoteRequests,
} from './remote-server.server';
import type { Target } from './remote-server.server';
import { officialAreaNames } from '../../territory/index.server';
import { exchangedOrder } from '../../workorders/index.server';
import type { ExchangedOrder } from '../../workorders/index.server';
import { paths } from '~/paths';
import { stepOf } from '~/lib/lifecycle';
import { cutText } from '~/lib/texts/cut-text';

const claimed = stepOf(sentOrderLifecycle, 'claim');

const leaseMilliseconds = 120_000;
const mostInOneTurn = 100;
const longestDescription = 3500;
const hour = 3600_000;

interface Sending {
  id: string;
  state: string;
  token: string | null;
  attempts: number;
  createdAt: Date;
  order: ExchangedOrder;
  target: Target;
  serviceCode: string | null;
}

async function claim(ctx: Context, targetId: string): Promise<Sending | null> {
  const now = ctx.clock.now();
  const free = { OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] };
  const due = { targetId, state: { in: claimed.from }, dueAt: { lte: now }, ...free };
  return inTransaction(ctx, async (ctx) => {
    const next = await ctx.prisma.sentOrder.findFirst({
      where: due,
      orderBy: { id: 'asc' },
      include: { target: true },
    });
    if (!next) return null;
    // Until the answer is known it is uncertain: a process that dies now is followed by one that looks first.
    const taken = await ctx.prisma.sentOrder.updateMany({
      where: { ...due, id: next.id, attempts: next.attempts },
      data: {
        state: claimed.to,
        attempts: next.attempts + 1,
        leasedUntil: new Date(now.getTime() + leaseMilliseconds),
      },
    });
    if (taken.count === 0) return null;
    const order = await exchangedOrder(ctx, next.workOrderId);
    if (!order) throw new DomainError('not-found');
    const service = await ctx.prisma.open311TargetService.findUnique({
      where: { targetId_category: { targetId, category: order.category } },
    });
    return { ...next, attempts: next.attempts + 1, order, serviceCode: service?.serviceCode ?? null };
  });
}

/** By this the order is found again at the other server: it stands in the description. */
const markOf = (ctx: ReadContext, order: ExchangedOrder) =>
  `${ctx.configuration.publicUrl}${paths.workOrder(order.id)}`;

function formOf(ctx: ReadContext, { order, serviceCode }: Sending, areaName: string): Record<string, string> {
  const words = cutText(`${order.title}\n\n${order.description}`, longestDescription);
  const place: Record<string, string> =
    order.latitude === null || order.longitude === null
      ? { address_string: areaName }
      : { lat: order.latitude.toFixed(6), long: order.longitude.toFixed(6) };
  return {
    service_code: serviceCode ?? '',
    description: `${words}\n\n${order.number} ${markOf(ctx, order)}`,
    ...place,
  };
}

/** The id that the order has at the other server, if an attempt whose answer was lost has arrived. */
async function findArrived(ctx: ReadContext, sending: Sending): Promise<string | null> {
  const found = await remoteRequests(ctx, sending.target, {
    ...(sending.serviceCode && { service_code: sending.serviceCode }),
    start_date: writeDate(new Date(sending.createdAt.getTime() - hour)),
    end_date: writeDate(new Date(ctx.clock.now().getTime() + hour)),
  });
  const mark = markOf(ctx, sending.order);
  return found.find(({ description }) => description.includes(mark))?.id ?? null;
}

/** A matter on the order may have been hidden since it was laid out: then it is given up for good. */
async function ensureStillMayLeave(ctx: Context, workOrderId: string): Promise<void> {
  try {
    await inTransaction(ctx, (ctx) => ensureMayLeave(ctx, workOrderId));
  } catch (error) {
    if (error instanceof DomainError) throw new RemoteRefusal('The order may no longer leave the house');
    throw error;
  }
}

async function send(ctx: Context, sending: Sending): Promise<{ id: string } | { token: string }> {
  const { target, token, order } = sending;
  if (token) {
    const id = await remoteIdOfToken(ctx, target, token);
    if (id) return { id };
    throw new RemoteFailure('The token has no request yet', false);
  }
  if (sending.state === 'uncertain') {
    const arrived = await findArrived(ctx, sending);
    if (arrived) return { id: arrived };
  }
  await ensureStillMayLeave(ctx, order.id);
  const names = await officialAreaNames(ctx, [order.areaId]);
  return postRemoteRequest(ctx, target, {
    form: formOf(ctx, sending, names[order.areaId] ?? order.areaId),
    idempotencyKey: `gongzhi-${sending.id}`,
  });
}

async function recordSent(
  ctx: Context,
  sending: Sending,
  answer: { id: string } | { token: string },
): Promise<void> {
  const now = ctx.clock.now();
  const { id, order, target } = sending;
  if ('token' in answer) {
    const dueAt = new Date(now.getTime() + 5000);
    await inTransaction(ctx, (ctx) =>
      ctx.prisma.sentOrder.update({ where: { id }, data: { token: answer.token, dueAt, leasedUntil: null } }),
    );
    return;
  }
  await inTransaction(ctx, async (ctx) => {
    const { from, to } = stepOf(sentOrderLifecycle, 'record-sent');
    const sent = await ctx.prisma.sentOrder.updateMany({
      where: { id, state: { in: from } },
      data: {
        state: to,
        externalId: answer.id,
        externalStatus: 'open',
        sentAt: now,
        lastError: null,
        leasedUntil: null,
      },
    });
    // A lease that ran out: another has sent it meanwhile.
    if (sent.count > 0) await tellOfSending(ctx, { type: 'bridge.order-sent', order, target });
  });
}

async function recordFailure(ctx: Context, sending: Sending, error: Error): Promise<void> {
  const { id, attempts, state, order, target } = sending;
  const wait = error instanceof RemoteRefusal ? undefined : schedule[attempts];
  const certain = error instanceof RemoteFailure && !error.uncertain;
  const now = ctx.clock.now();
  // What was uncertain before stays so until it was looked for.
  const event = wait === undefined ? 'fail' : certain && state === 'waiting' ? 'put-back' : 'look-again';
  const { from, to } = stepOf(sentOrderLifecycle, event);
  await inTransaction(ctx, async (ctx) => {
    const failed = await ctx.prisma.sentOrder.updateMany({
      where: { id, state: { in: from } },
      data: {
        state: to,
        lastError: cutText(error.message, 300),
        leasedUntil: null,
        dueAt: new Date(now.getTime() + (wait ?? 0) * 1000),
      },
    });
    if (failed.count > 0 && wait === undefined)
      await tellOfSending(ctx, { type: 'bridge.send-failed', order, target });
  });
}

async function tellOfSending(
  ctx: TransactionContext,
  event: { type: 'bridge.order-sent' | 'bridge.send-failed'; order: ExchangedOrder; target: Target },
): Promise<void> {
  const { type, order, target } = event;
  await appendEvent(ctx, bridgeEvents, {
    type,
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    publicData: { title: order.title, target: target.name },
  });
}

async function runLane(ctx: Context, targetId: string): Promise<void> {
  for (let turn = 0; turn < mostInOneTurn; turn += 1) {
    const sending = await claim(ctx, targetId);
    if (!sending) return;
    try {
      await recordSent(ctx, sending, await send(ctx, sending));
    } catch (error) {
      if (!(error instanceof RemoteFailure || error instanceof RemoteRefusal)) throw error;
      await recordFailure(ctx, sending, error);
      if (error instanceof RemoteFailure) return;
    }
  }
}

/** Sends what is due, a lane for each server: one that hangs holds up nobody else. */
export async function sendDueOrders(ctx: Context, lanes: Lanes): Promise<void> {
  const now = ctx.clock.now();
  const due = await ctx.database.read.sentOrder.findMany({
    where: { state: { in: claimed.from }, dueAt: { lte: now }, target: { state: 'active' } },
    distinct: ['targetId'],
    select: { targetId: true },
    take: 50,
  });
  lanes.start(
    due.map(({ targetId }) => targetId),
    (targetId) => runLane(ctx, targetId),
  );
}

import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { bridgeEvents } from '../events';
import { sentOrderLifecycle } from '../lifecycle';
import { readDate } from '../rules/open311/w3c-dates';
import type { Lanes } from '../webhooks/lanes';
import { RemoteFailure, RemoteRefusal, remoteRequests } from './remote-server.server';
import type { RemoteRequest, Target } from './remote-server.server';
import { exchangedOrder } from '../../workorders/index.server';
import { stepOf } from '~/lib/lifecycle';
import { cutText } from '~/lib/texts/cut-text';

const atOnce = 50;

interface Sent {
  id: string;
  workOrderId: string;
  externalId: string | null;
  externalStatus: string | null;
  statusNotes: string | null;
}

async function follow(
  ctx: Context,
  input: { target: Target; sent: Sent; remote: RemoteRequest },
): Promise<void> {
  const { target, sent, remote } = input;
  if (remote.status === sent.externalStatus && remote.notes === sent.statusNotes) return;
  const event = remote.status === 'closed' ? 'follow-closed' : 'follow-open';
  const { from, to } = stepOf(sentOrderLifecycle, event);
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.prisma.sentOrder.updateMany({
      where: {
        id: sent.id,
        state: { in: from },
        externalStatus: sent.externalStatus,
        statusNotes: sent.statusNotes,
      },
      data: {
        externalStatus: remote.status,
        statusNotes: remote.notes,
        externalAt: remote.updatedAt ? readDate(remote.updatedAt) : null,
        state: to,
      },
    });
    if (changed.count === 0) return;
    const order = await exchangedOrder(ctx, sent.workOrderId);
    if (!order) return;
    await appendEvent(ctx, bridgeEvents, {
      type: 'bridge.order-followed',
      subjectKind: 'work-order',
      subjectId: order.id,
      areaId: order.areaId,
      publicData: { title: order.title, target: target.name, status: remote.status },
      privateData: { departmentId: order.departmentId, notes: remote.notes },
    });
  });
}

async function followTarget(ctx: Context, targetId: string): Promise<void> {
  const target = await ctx.database.read.open311Target.findUniqueOrThrow({ where: { id: targetId } });
  let lastError: string | null = null;
  try {
    for (let after = ''; ;) {
      const sent: Sent[] = await ctx.database.read.sentOrder.findMany({
        where: { targetId, state: 'sent', externalId: { not: null }, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: atOnce,
      });
      if (sent.length === 0) break;
      const ids = sent.flatMap(({ externalId }) => externalId ?? []);
      const remote = await remoteRequests(ctx, target, { service_request_id: ids.join(',') });
      const byId = new Map(remote.map((request) => [request.id, request]));
      for (const one of sent) {
        const found = byId.get(one.externalId ?? '');
        if (found) await follow(ctx, { target, sent: one, remote: found });
      }
      after = sent.at(-1)?.id ?? '';
    }
  } catch (error) {
    if (!(error instanceof RemoteFailure || error instanceof RemoteRefusal)) throw error;
    lastError = cutText(error.message, 300);
  }
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.open311Target.update({
      where: { id: targetId },
      data: { polledAt: ctx.clock.now(), lastError },
    }),
  );
}

/** Asks each server how the orders stand that were sent there, a lane for each; a change is told once. */
export async function followSentOrders(ctx: Context, lanes: Lanes): Promise<void> {
  const targets = await ctx.database.read.open311Target.findMany({
    where: { state: 'active', sent: { some: { state: 'sent' } } },
    select: { id: true },
    take: 100,
  });
  lanes.start(
    targets.map(({ id }) => id),
    (targetId) => followTarget(ctx, targetId),
  );
}

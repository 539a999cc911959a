import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { afterAttempt } from '../rules/webhooks/retries';
import type { AttemptOutcome } from '../rules/webhooks/retries';
import { signedHeaders } from '../rules/webhooks/signature';
import { deliveryLifecycle } from '../lifecycle';
import { secretsOf } from '../secrets.server';
import { disableEndpoint } from './endpoints.server';
import type { Lanes } from './lanes';
import { mayStillBeTold } from './tell-outside.server';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';
import { RequestFailed, sendRequest } from '~/platform/web/send-request.server';
import { outsideText } from '~/lib/texts/outside-text';

/** What follows an attempt, by its outcome. */
const steps = {
  waiting: stepOf(deliveryLifecycle, 'try-again'),
  delivered: stepOf(deliveryLifecycle, 'deliver'),
  dead: stepOf(deliveryLifecycle, 'give-up'),
  gone: stepOf(deliveryLifecycle, 'give-up'),
};

const usualTimeout = 15_000;
const leaseMilliseconds = 60_000;
const longestError = 300;
const mostInOneTurn = 200;

interface Claimed {
  id: string;
  body: string;
  eventId: string;
  attempts: number;
}

async function dueEndpoints(ctx: ReadContext): Promise<string[]> {
  const now = ctx.clock.now();
  const rows = await ctx.database.sql.all<{ endpointId: string }>(
    `SELECT DISTINCT "endpointId" FROM "WebhookDelivery"
     WHERE "state" = 'waiting' AND "dueAt" <= ? AND ("leasedUntil" IS NULL OR "leasedUntil" < ?) LIMIT 100`,
    [now, now],
  );
  return rows.map(({ endpointId }) => endpointId);
}

/** Takes the endpoint's oldest due delivery for a minute, so that no other process sends it meanwhile. */
async function claim(ctx: Context, endpointId: string): Promise<Claimed | null> {
  const now = ctx.clock.now();
  const free = { OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] };
  return inTransaction(ctx, async (ctx) => {
    const next = await ctx.prisma.webhookDelivery.findFirst({
      where: { endpointId, state: 'waiting', dueAt: { lte: now }, ...free },
      orderBy: { id: 'asc' },
      select: { id: true, body: true, eventId: true, attempts: true },
    });
    if (!next) return null;
    const taken = await ctx.prisma.webhookDelivery.updateMany({
      where: { id: next.id, state: 'waiting', attempts: next.attempts, ...free },
      data: { leasedUntil: new Date(now.getTime() + leaseMilliseconds), attempts: next.attempts + 1 },
    });
    return taken.count === 1 ? { ...next, attempts: next.attempts + 1 } : null;
  });
}

interface Sent extends AttemptOutcome {
  error: string | null;
  milliseconds: number;
}

interface Lane {
  endpointId: string;
  timeoutMilliseconds: number;
}

async function send(
  ctx: ReadContext,
  { endpointId, timeoutMilliseconds }: Lane,
  delivery: Claimed,
): Promise<Sent> {
  const endpoint = await ctx.database.read.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });
  const timestamp = Math.floor(ctx.clock.now().getTime() / 1000);
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  try {
    const answer = await sendRequest({
      url: endpoint.url,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...signedHeaders({ id: delivery.id, timestamp, body: delivery.body }, secretsOf(ctx, endpoint)),
      },
      body: delivery.body,
      timeoutMilliseconds,
      toPrivateAddresses: ctx.configuration.privateBridges,
      mostBytes: 64 * 1024,
      // A receiver that has taken it and then says too much, or too slowly, would be told again and again.
      statusSuffices: true,
    });
    const { status, headers } = answer;
    const words = outsideText(answer.body.toString('utf8'), longestError);
    const fine = status >= 200 && status < 300;
    return {
      status,
      retryAfter: headers['retry-after'] ?? null,
      error: fine || words === '' ? null : words,
      milliseconds: took(),
    };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const words = outsideText(error.message, longestError);
    return { status: null, retryAfter: null, error: words, milliseconds: took() };
  }
}

/** Writes what the attempt gave and what follows; answers whether the lane goes on. */
async function record(
  ctx: Context,
  input: { endpointId: string; delivery: Claimed; sent: Sent },
): Promise<boolean> {
  const { endpointId, delivery, sent } = input;
  const now = ctx.clock.now();
  const { attempts } = delivery;
  const next = afterAttempt(sent, { attempts, now, spread: Math.random() });
  const waits = next.state === 'waiting';
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.webhookAttempt.create({
      data: {
        id: newId(now),
        deliveryId: delivery.id,
        at: now,
        status: sent.status,
        error: sent.error,
        milliseconds: sent.milliseconds,
      },
    });
    await ctx.prisma.webhookDelivery.updateMany({
      where: { id: delivery.id, state: { in: steps[next.state].from } },
      data: {
        state: steps[next.state].to,
        leasedUntil: null,
        lastStatus: sent.status,
        lastError: sent.error,
        endedAt: waits ? null : now,
        ...(waits && { dueAt: new Date(now.getTime() + next.seconds * 1000) }),
      },
    });
    if (next.state === 'gone') await disableEndpoint(ctx, endpointId, 'HTTP 410');
  });
  return next.state === 'delivered';
}

/** What may no longer be told is given up, and its words are not kept. */
async function withhold(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.webhookDelivery.updateMany({
      where: { id, state: { in: steps.dead.from } },
      data: {
        state: steps.dead.to,
        body: '',
        lastError: 'no longer public',
        leasedUntil: null,
        endedAt: now,
      },
    }),
  );
}

/** Sends what is due at one endpoint, the oldest first, until something fails or nothing is left. */
async function runLane(ctx: Context, lane: Lane): Promise<void> {
  const { endpointId } = lane;
  for (let turn = 0; turn < mostInOneTurn; turn += 1) {
    const delivery = await claim(ctx, endpointId);
    if (!delivery) return;
    if (!(await mayStillBeTold(ctx, delivery.eventId))) {
      await withhold(ctx, delivery.id);
      continue;
    }
    const sent = await send(ctx, lane, delivery);
    if (!(await record(ctx, { endpointId, delivery, sent }))) return;
  }
}

/**
 * Starts a lane for each endpoint at which something is due, and does not wait: a receiver that hangs holds up its
 * own lane only. What is under way when the process ends is sent again a minute later, under the same id.
 */
export async function deliverDue(
  ctx: Context,
  lanes: Lanes,
  timeoutMilliseconds = usualTimeout,
): Promise<void> {
  lanes.start(await dueEndpoints(ctx), (endpointId) => runLane(ctx, { endpointId, timeoutMilliseconds }));
}

import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnceWithSecret, forgetDoneWithSecret } from '../../do-once.server';
import type { ShownOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import type { BridgeEventType } from '../events';
import { bridgeEvents } from '../events';
import { deliveryLifecycle, endpointLifecycle } from '../lifecycle';
import { mayManageBridges } from '../policy';
import type { NewEndpoint } from '../schema';
import { newSecret, rotated } from '../secrets.server';
import { switched } from '../switch-state';
import type { Switched } from '../switch-state';
import { ensureArea } from '../../territory/index.server';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Adds an address that is told of public events in the area; the secret is answered here and never again. */
export async function addEndpoint(ctx: Context, input: NewEndpoint): Promise<ShownOnce> {
  ensure(mayManageBridges(ctx.actor, input.areaId));
  const now = ctx.clock.now();
  const id = newId(now);
  const secret = newSecret(ctx);
  return doOnceWithSecret(ctx, 'bridge.add-endpoint', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    await ctx.prisma.webhookEndpoint.create({
      data: {
        id,
        ...input,
        secret: secret.sealed,
        state: endpointLifecycle.initial,
        createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
        createdAt: now,
      },
    });
    await tellOfEndpoint(ctx, { type: 'bridge.endpoint-added', endpoint: { id, ...input } });
    return { id, secret: secret.shown };
  });
}

interface Endpoint {
  id: string;
  name: string;
  areaId: string;
}

async function tellOfEndpoint(
  ctx: TransactionContext,
  event: { type: BridgeEventType; endpoint: Endpoint; reason?: string },
): Promise<void> {
  const { type, endpoint, reason } = event;
  await appendEvent(ctx, bridgeEvents, {
    type,
    subjectKind: 'webhook-endpoint',
    subjectId: endpoint.id,
    areaId: endpoint.areaId,
    publicData: { title: endpoint.name, ...(reason !== undefined && { reason }) },
  });
}

/** Held: a secret is rotated from the one that stands, and nothing comes back that another removes. */
async function loadEndpoint(ctx: TransactionContext, id: string) {
  await lockRow(ctx, 'WebhookEndpoint', id);
  const endpoint = await ctx.prisma.webhookEndpoint.findUnique({ where: { id } });
  if (!endpoint || endpoint.state === 'removed') throw new DomainError('not-found');
  ensure(mayManageBridges(ctx.actor, endpoint.areaId));
  return endpoint;
}

/** Gives the endpoint a new secret; for a day each message carries the signatures of both. Answers the new one. */
export async function rotateEndpointSecret(ctx: Context, id: string): Promise<string> {
  const secret = newSecret(ctx);
  const done = await doOnceWithSecret(ctx, 'bridge.rotate-endpoint', async (ctx) => {
    const endpoint = await loadEndpoint(ctx, id);
    await forgetDoneWithSecret(ctx, id);
    await ctx.prisma.webhookEndpoint.update({ where: { id }, data: rotated(ctx, endpoint, secret.sealed) });
    await tellOfEndpoint(ctx, { type: 'bridge.endpoint-changed', endpoint });
    return { id, secret: secret.shown };
  });
  return done.secret;
}

/** Takes a disabled endpoint up again, or ends one for good. */
export async function setEndpointState(ctx: Context, id: string, state: Switched): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const endpoint = await loadEndpoint(ctx, id);
    const to = switched(endpointLifecycle, endpoint.state, state);
    await ctx.prisma.webhookEndpoint.update({ where: { id }, data: { state: to, stateReason: null } });
    if (state === 'removed') await forgetDoneWithSecret(ctx, id);
    if (state !== 'active') await endWaiting(ctx, { endpointId: id, why: state });
    await tellOfEndpoint(ctx, { type: 'bridge.endpoint-changed', endpoint });
  });
}

/** What still waits for an endpoint that is no more becomes dead, to be replayed if it comes back. */
export async function endWaiting(
  ctx: TransactionContext,
  { endpointId, why }: { endpointId: string; why: string },
): Promise<void> {
  const { from, to } = stepOf(deliveryLifecycle, 'give-up');
  await ctx.prisma.webhookDelivery.updateMany({
    where: { endpointId, state: { in: from } },
    data: { state: to, lastError: why, endedAt: ctx.clock.now(), leasedUntil: null },
  });
}

/** The receiver has said that nobody listens: nothing is sent there until an administrator says so. */
export async function disableEndpoint(ctx: TransactionContext, id: string, reason: string): Promise<void> {
  const { from, to } = stepOf(endpointLifecycle, 'disable');
  const disabled = await ctx.prisma.webhookEndpoint.updateMany({
    where: { id, state: { in: from } },
    data: { state: to, stateReason: reason },
  });
  if (disabled.count === 0) return;
  const endpoint = await ctx.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id } });
  await endWaiting(ctx, { endpointId: id, why: reason });
  await tellOfEndpoint(ctx, { type: 'bridge.endpoint-disabled', endpoint, reason });
}

/** Sends one delivery again, or all dead ones of an endpoint, under the ids that they had: receivers know repetitions by them. */
export async function replay(
  ctx: Context,
  input: { endpointId: string; deliveryId: string | 'all-dead' },
): Promise<number> {
  const { endpointId, deliveryId } = input;
  return inTransaction(ctx, async (ctx) => {
    const endpoint = await loadEndpoint(ctx, endpointId);
    if (endpoint.state !== 'active')
      throw new DomainError('wrong-state', { reason: 'bridges.endpoint-disabled' });
    const { from, to } = stepOf(deliveryLifecycle, 'replay');
    const which = deliveryId === 'all-dead' ? { state: 'dead' } : { id: deliveryId, state: { in: from } };
    const again = await ctx.prisma.webhookDelivery.updateMany({
      where: { endpointId, ...which },
      data: { state: to, attempts: 0, dueAt: ctx.clock.now(), endedAt: null, leasedUntil: null },
    });
    if (again.count === 0) throw new DomainError('conflict', { reason: 'bridges.nothing-to-replay' });
    return again.count;
  });
}

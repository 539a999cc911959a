import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnceWithSecret, forgetDoneWithSecret } from '../../do-once.server';
import type { ShownOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { createServiceAccount } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { isVerifiedDepartment } from '../../organisations/index.server';
import { bridgeEvents } from '../events';
import { sourceLifecycle } from '../lifecycle';
import { mayManageBridges } from '../policy';
import type { NewSource, StatusAct } from '../schema';
import { newSecret, rotated } from '../secrets.server';
import { switched } from '../switch-state';
import { lockRow } from '~/platform/db/lock-row';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

/** Adds a system that tells of the state of a department's orders; the secret is answered here and never again. */
export async function addSource(ctx: Context, input: NewSource): Promise<ShownOnce> {
  ensure(mayManageBridges(ctx.actor, input.areaId));
  const now = ctx.clock.now();
  const id = newId(now);
  const secret = newSecret(ctx);
  try {
    return await doOnceWithSecret(ctx, 'bridge.add-source', async (ctx) => {
      if (!(await isVerifiedDepartment(ctx, input.departmentId)))
        throw new DomainError('invalid', { field: 'departmentId', reason: 'work-orders.unknown-department' });
      await ctx.prisma.inboundSource.create({
        data: {
          id,
          ...input,
          personId: await createServiceAccount(ctx, input.name),
          secret: secret.sealed,
          state: sourceLifecycle.initial,
          createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
          createdAt: now,
        },
      });
      await tellOfSource(ctx, { type: 'bridge.source-added', source: { id, ...input } });
      return { id, secret: secret.shown };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'name', reason: 'bridges.name-known' });
    throw error;
  }
}

async function tellOfSource(
  ctx: TransactionContext,
  event: {
    type: 'bridge.source-added' | 'bridge.source-changed';
    source: { id: string; name: string; areaId: string };
  },
): Promise<void> {
  await appendEvent(ctx, bridgeEvents, {
    type: event.type,
    subjectKind: 'inbound-source',
    subjectId: event.source.id,
    areaId: event.source.areaId,
    publicData: { title: event.source.name },
  });
}

export async function loadSource(ctx: TransactionContext, id: string) {
  await lockRow(ctx, 'InboundSource', id);
  const source = await ctx.prisma.inboundSource.findUnique({ where: { id } });
  if (!source) throw new DomainError('not-found');
  ensure(mayManageBridges(ctx.actor, source.areaId));
  return source;
}

/** Gives the source a new secret; for a day messages signed with either are accepted. Answers the new one. */
export async function rotateSourceSecret(ctx: Context, id: string): Promise<string> {
  const secret = newSecret(ctx);
  const done = await doOnceWithSecret(ctx, 'bridge.rotate-source', async (ctx) => {
    const source = await loadSource(ctx, id);
    await forgetDoneWithSecret(ctx, id);
    await ctx.prisma.inboundSource.update({ where: { id }, data: rotated(ctx, source, secret.sealed) });
    await tellOfSource(ctx, { type: 'bridge.source-changed', source });
    return { id, secret: secret.shown };
  });
  return done.secret;
}

export async function setSourceState(ctx: Context, id: string, state: 'active' | 'disabled'): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const source = await loadSource(ctx, id);
    const to = switched(sourceLifecycle, source.state, state);
    await ctx.prisma.inboundSource.update({ where: { id }, data: { state: to } });
    await tellOfSource(ctx, { type: 'bridge.source-changed', source });
  });
}

/** Says what a status of the other system means here, in place of what it meant. */
export async function mapStatus(
  ctx: Context,
  sourceId: string,
  { status, act }: { status: string; act: StatusAct },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const source = await loadSource(ctx, sourceId);
    const createdBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
    await ctx.prisma.externalStatus.upsert({
      where: { sourceId_status: { sourceId, status } },
      create: { sourceId, status, act, createdBy, createdAt: ctx.clock.now() },
      update: { act, createdBy },
    });
    await tellOfSource(ctx, { type: 'bridge.source-changed', source });
  });
}

export async function forgetStatus(ctx: Context, sourceId: string, status: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await loadSource(ctx, sourceId);
    await ctx.prisma.externalStatus.deleteMany({ where: { sourceId, status } });
  });
}

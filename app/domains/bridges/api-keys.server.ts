import type { PersonActor } from '../actor';
import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnceWithSecret, forgetDoneWithSecret } from '../do-once.server';
import type { ShownOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { createServiceAccount, resolvePerson } from '../identity/index.server';
import { appendEvent } from '../ledger/index.server';
import { ensureArea } from '../territory/index.server';
import { bridgeEvents } from './events';
import { mayManageBridges } from './policy';
import type { NewApiKey } from './schema';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { newId } from '~/platform/ids';

const hintLength = 8;

/** Issues a key for another system. The key is answered here and never again: only its hash is kept. */
export async function issueApiKey(ctx: Context, input: NewApiKey): Promise<ShownOnce> {
  ensure(mayManageBridges(ctx.actor, input.areaId));
  const now = ctx.clock.now();
  const id = newId(now);
  const key = `gz_${randomToken()}`;
  return doOnceWithSecret(ctx, 'bridge.issue-key', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    await ctx.prisma.apiKey.create({
      data: {
        id,
        name: input.name,
        areaId: input.areaId,
        postsArePublic: input.postsArePublic === 'yes',
        keyHash: sha256(key),
        hint: key.slice(0, hintLength),
        personId: await createServiceAccount(ctx, input.name),
        createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
        createdAt: now,
      },
    });
    await appendEvent(ctx, bridgeEvents, {
      type: 'bridge.key-issued',
      subjectKind: 'api-key',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.name },
    });
    return { id, secret: key };
  });
}

/** Ends a key at once. What came in through it stays. */
export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const key = await ctx.prisma.apiKey.findUnique({ where: { id } });
    if (!key) throw new DomainError('not-found');
    ensure(mayManageBridges(ctx.actor, key.areaId));
    const revokedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
    const revoked = await ctx.prisma.apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: ctx.clock.now(), revokedBy },
    });
    if (revoked.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDoneWithSecret(ctx, id);
    await appendEvent(ctx, bridgeEvents, {
      type: 'bridge.key-revoked',
      subjectKind: 'api-key',
      subjectId: id,
      areaId: key.areaId,
      publicData: { title: key.name },
    });
  });
}

/** Who acts through a key: its service account, and the area in which and below which it may. */
export interface BridgeCaller {
  actor: PersonActor;
  keyId: string;
  areaId: string;
  postsArePublic: boolean;
}

const usedAtMostEvery = 60_000;

/** The caller whose key this is, or null: no key, an unknown one, or a revoked one. */
export async function callerOf(ctx: Context, key: string | null): Promise<BridgeCaller | null> {
  if (!key) return null;
  const found = await ctx.database.read.apiKey.findUnique({ where: { keyHash: sha256(key) } });
  if (!found || found.revokedAt) return null;
  const now = ctx.clock.now();
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > usedAtMostEvery) {
    await inTransaction(ctx, (ctx) =>
      ctx.prisma.apiKey.updateMany({ where: { id: found.id }, data: { lastUsedAt: now } }),
    );
  }
  return {
    actor: await resolvePerson(ctx.database, found.personId, null),
    keyId: found.id,
    areaId: found.areaId,
    postsArePublic: found.postsArePublic,
  };
}

/** The keys of the areas that the person administers, the living ones first. */
export async function listApiKeys(ctx: ReadContext, areaIds: readonly string[]) {
  return ctx.database.read.apiKey.findMany({
    where: { OR: areaIds.map((areaId) => ({ areaId: { startsWith: areaId } })) },
    orderBy: [{ id: 'desc' }],
    take: 200,
    select: {
      id: true,
      name: true,
      areaId: true,
      hint: true,
      postsArePublic: true,
      createdAt: true,
      revokedAt: true,
      lastUsedAt: true,
      _count: { select: { requests: true, updates: true } },
    },
  });
}

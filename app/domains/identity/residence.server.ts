import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent, hasReadPrivately } from '../ledger/index.server';
import { identityEvents } from './events';
import { openQueueItem, settleQueueItems } from '../moderation/index.server';
import { mayDecideResidence } from './policy';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { openSealed, seal } from '~/platform/crypto/seal.server';
import { significantDigits } from '~/lib/division-code';
import { plainPlace } from '~/lib/plain-place';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** The community of a place: who chose its grid lives in the same one. */
const communityOf = (areaId: string) => areaId.slice(0, significantDigits.community);

/** Under which the household at an address of a community lies: equality without the address. */
export function householdKeyOf(ctx: ReadContext, areaId: string, address: string): string {
  const home = `household:${communityOf(areaId)}:${plainPlace(address)}`;
  return keyedHash(ctx.configuration.dataKey, home);
}

export interface ResidenceRequest {
  areaId: string;
  address: string;
  birthYear: number;
}

/** Asks the moderators of the area to confirm that the actor lives there. The address is sealed. */
export async function requestResidence(ctx: Context, input: ResidenceRequest): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  await doOnce(ctx, 'residence.request', async (ctx) => {
    await lockRow(ctx, 'Person', actor.personId);
    const area = await ctx.prisma.area.findUnique({ where: { id: input.areaId } });
    if (!area || (area.level !== 'community' && area.level !== 'grid')) {
      throw new DomainError('invalid', { field: 'areaId', reason: 'identity.choose-community' });
    }
    const waitingKey = actor.personId;
    if ((await ctx.prisma.residenceVerification.count({ where: { waitingKey } })) > 0)
      throw new DomainError('conflict', { reason: 'identity.residence-waiting' });
    const id = newId(ctx.clock.now());
    await ctx.prisma.residenceVerification.create({
      data: {
        id,
        personId: actor.personId,
        areaId: input.areaId,
        sealedAddress: seal(ctx.configuration.dataKey, input.address),
        birthYear: input.birthYear,
        state: 'waiting',
        waitingKey,
        createdAt: ctx.clock.now(),
      },
    });
    await openQueueItem(ctx, {
      kind: 'residence-verification',
      subjectKind: 'residence',
      subjectId: id,
      areaId: input.areaId,
      title: actor.displayName,
      dueAt: new Date(ctx.clock.now().getTime() + 7 * 24 * 3600_000),
    });
    await appendEvent(ctx, identityEvents, {
      type: 'residence.requested',
      subjectKind: 'residence',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: '' },
    });
    return id;
  });
}

/** A moderator of the area confirms or refuses, with a reason that the person gets. */
export async function decideResidence(
  ctx: Context,
  input: { id: string; confirm: boolean; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const request = await ctx.prisma.residenceVerification.findUnique({ where: { id: input.id } });
    if (!request) throw new DomainError('not-found');
    ensure(mayDecideResidence(ctx.actor, request.areaId));
    const decided = await ctx.prisma.residenceVerification.updateMany({
      where: { id: input.id, state: 'waiting' },
      data: {
        state: input.confirm ? 'confirmed' : 'refused',
        waitingKey: null,
        decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        decidedAt: ctx.clock.now(),
        reason: input.reason,
      },
    });
    if (decided.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    if (input.confirm) {
      const address = openSealed(ctx.configuration.dataKey, request.sealedAddress);
      const householdKey = householdKeyOf(ctx, request.areaId, address);
      await ctx.prisma.person.update({
        where: { id: request.personId },
        data: { residenceAreaId: request.areaId, birthYear: request.birthYear, householdKey },
      });
    }
    await settleQueueItems(ctx, {
      subjectKind: 'residence',
      subjectId: input.id,
      decision: input.confirm ? 'confirmed' : 'refused',
      reason: input.reason,
    });
    await appendEvent(ctx, identityEvents, {
      type: input.confirm ? 'residence.confirmed' : 'residence.refused',
      subjectKind: 'person',
      subjectId: request.personId,
      areaId: request.areaId,
      publicData: { title: '', reason: input.reason },
    });
  });
}

/**
 * Decides from the queue, where the address is not shown: who confirms has opened it before. Throws `invalid` where
 * the record holds no reading of it by the actor.
 */
export async function decideResidenceFromQueue(
  ctx: Context,
  input: { id: string; confirm: boolean; reason: string },
): Promise<void> {
  if (input.confirm) await ensureAddressRead(ctx, input.id);
  await decideResidence(ctx, input);
}

async function ensureAddressRead(ctx: Context, id: string): Promise<void> {
  const request = await ctx.database.read.residenceVerification.findUnique({
    where: { id },
    select: { personId: true, createdAt: true },
  });
  if (!request) throw new DomainError('not-found');
  if (!(await hasReadPrivately(ctx, { personId: request.personId, since: request.createdAt })))
    throw new DomainError('invalid', { reason: 'identity.open-first' });
}

/** The address of a request, for the moderator who decides; the reading is on record. */
export async function readResidenceAddress(ctx: Context, id: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const request = await ctx.prisma.residenceVerification.findUnique({ where: { id } });
    if (!request) throw new DomainError('not-found');
    ensure(mayDecideResidence(ctx.actor, request.areaId));
    await appendEvent(ctx, identityEvents, {
      type: 'private.read',
      subjectKind: 'person',
      subjectId: request.personId,
      areaId: request.areaId,
      publicData: { title: '' },
    });
    return openSealed(ctx.configuration.dataKey, request.sealedAddress);
  });
}

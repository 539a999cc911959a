import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent, hasReadPrivately } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { ensureArea, levelOfArea } from '../../territory/index.server';
import { openQueueItem, retitleQueueItems, settleQueueItems } from '../../moderation/index.server';
import { mayDecideResidence } from '../policy';
import { tellOfReading } from '../tell-of-reading.server';
import { recordConsent } from '../consents/record-consent.server';
import { householdKeyOf } from './household-key.server';
import { ensureOfAge } from './ensure-of-age.server';
import { atTheAddress } from './same-household.query.server';
import type { AtTheAddress } from './same-household.query.server';
import { residenceLifecycle } from '../lifecycle';
import { stepOf } from '~/lib/lifecycle';
import type { Prisma } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';
import type { Hashing } from '~/platform/keys/hashing.server';

export interface ResidenceRequest {
  areaId: string;
  address: string;
  birthYear: number;
}

/** The place is a community, and who asks may do so by their age. */
async function ensureAsked(
  ctx: TransactionContext,
  personId: string,
  { areaId, birthYear }: ResidenceRequest,
): Promise<void> {
  const level = await levelOfArea(ctx, areaId);
  if (level !== 'community' && level !== 'grid')
    throw new DomainError('invalid', { field: 'areaId', reason: 'identity.choose-community' });
  await ensureArea(ctx, areaId);
  await ensureOfAge(ctx, personId, birthYear);
}

/** The person lives there from now on, in a household that is known by its key alone. */
async function movesIn(
  ctx: TransactionContext,
  hashing: Hashing,
  request: Prisma.ResidenceVerificationGetPayload<object>,
) {
  const address = ctx.keys.open(request.sealedAddress);
  const householdKey = await householdKeyOf(ctx, hashing, { areaId: request.areaId, address });
  await ctx.prisma.person.update({
    where: { id: request.personId },
    data: { residenceAreaId: request.areaId, birthYear: request.birthYear, householdKey },
  });
}

/**
 * Asks the moderators of the area to confirm that the actor lives there. The address is sealed. The form says what it is
 * for and that sending it consents to that, which is written down.
 */
export async function requestResidence(ctx: Context, input: ResidenceRequest): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  await doOnce(ctx, 'residence.request', async (ctx) => {
    await lockRow(ctx, 'Person', actor.personId);
    await ensureAsked(ctx, actor.personId, input);
    const waitingKey = actor.personId;
    if ((await ctx.prisma.residenceVerification.count({ where: { waitingKey } })) > 0)
      throw new DomainError('conflict', { reason: 'identity.residence-waiting' });
    const id = newId(ctx.clock.now());
    await recordConsent(ctx, { personId: actor.personId, purpose: 'residence' });
    await ctx.prisma.residenceVerification.create({
      data: {
        id,
        personId: actor.personId,
        areaId: input.areaId,
        sealedAddress: ctx.keys.seal(input.address),
        birthYear: input.birthYear,
        state: residenceLifecycle.initial,
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

interface ResidenceDecision {
  id: string;
  confirm: boolean;
  reason: string;
}

/** Takes a request out of the queue, and the name from the row: it stays longer than the request itself. */
async function settleRequest(ctx: TransactionContext, { id, confirm, reason }: ResidenceDecision) {
  await settleQueueItems(ctx, {
    subjectKind: 'residence',
    subjectId: id,
    decision: confirm ? 'confirmed' : 'refused',
    because: { ground: 'in-words', words: reason },
  });
  await retitleQueueItems(ctx, { subjectKind: 'residence', subjectIds: [id] }, '');
}

/** A moderator of the area confirms or refuses, with a reason that the person gets. */
export async function decideResidence(ctx: Context, input: ResidenceDecision): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const hashing = await ctx.keys.hold(ctx);
    const request = await ctx.prisma.residenceVerification.findUnique({ where: { id: input.id } });
    if (!request) throw new DomainError('not-found');
    ensure(mayDecideResidence(ctx.actor, request.areaId));
    const { from, to } = input.confirm
      ? stepOf(residenceLifecycle, 'confirm')
      : stepOf(residenceLifecycle, 'refuse');
    const decided = await ctx.prisma.residenceVerification.updateMany({
      where: { id: input.id, state: { in: from } },
      data: {
        state: to,
        waitingKey: null,
        decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        decidedAt: ctx.clock.now(),
        reason: input.reason,
      },
    });
    if (decided.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    if (input.confirm) await movesIn(ctx, hashing, request);
    await settleRequest(ctx, input);
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
export async function decideResidenceFromQueue(ctx: Context, input: ResidenceDecision): Promise<void> {
  if (input.confirm) await ensureAddressRead(ctx, input.id);
  await decideResidence(ctx, input);
}

async function ensureAddressRead(ctx: Context, id: string): Promise<void> {
  const request = await ctx.database.read.residenceVerification.findUnique({
    where: { id },
    select: { personId: true },
  });
  if (!request) throw new DomainError('not-found');
  if (!(await hasReadPrivately(ctx, { personId: request.personId, readId: id })))
    throw new DomainError('invalid', { reason: 'identity.open-first' });
}

/**
 * The address of a request, for the moderator who decides, and who lives there already. That it was read, and for what,
 * is on record and told.
 */
export async function readResidenceAddress(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<{ address: string } & AtTheAddress> {
  const read = await inTransaction(ctx, async (ctx) => {
    const request = await ctx.prisma.residenceVerification.findUnique({ where: { id } });
    if (!request) throw new DomainError('not-found');
    ensure(mayDecideResidence(ctx.actor, request.areaId));
    const { personId, areaId } = request;
    await tellOfReading(ctx, { personId, areaId, readId: id, reason });
    return { personId, areaId, address: ctx.keys.open(request.sealedAddress) };
  });
  // A whole community is compared: nobody's writing waits for it.
  return { address: read.address, ...(await atTheAddress(ctx, read)) };
}

import type { Context } from '../context';
import { holdsRole } from '../actor';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { openQueueItem, settleQueueItems } from '../moderation/index.server';
import { organisationEvents } from './events';
import type { OrganisationInput } from './schema';
import { allow, deny } from '~/lib/decision';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

/** Registers an organisation with the actor as owner; a moderator of its area verifies it. */
export async function registerOrganisation(ctx: Context, input: OrganisationInput): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  try {
    return await doOnce(ctx, 'organisation.register', async (tx) => {
      if ((await tx.prisma.area.count({ where: { id: input.areaId } })) === 0) {
        throw new DomainError('invalid', { field: 'areaId', reason: 'unknown-area' });
      }
      await tx.prisma.organisation.create({ data: { id, ...input, state: 'waiting', createdAt: now } });
      await tx.prisma.organisationMember.create({
        data: { organisationId: id, personId, mandate: 'owner', createdAt: now },
      });
      await openQueueItem(tx, ctx, {
        kind: 'organisation-verification',
        subjectKind: 'organisation',
        subjectId: id,
        areaId: input.areaId,
        title: input.name,
        detail: input.creditCode,
        dueAt: new Date(now.getTime() + 7 * 24 * 3600_000),
      });
      await appendEvent(tx, ctx, organisationEvents, {
        type: 'organisation.registered',
        subjectKind: 'organisation',
        subjectId: id,
        areaId: input.areaId,
        publicData: { title: input.name },
      });
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'creditCode', reason: 'organisations.code-known' });
    throw error;
  }
}

/** A moderator of the area verifies an organisation, or refuses it with a reason. */
export async function decideOrganisation(
  ctx: Context,
  input: { organisationId: string; verify: boolean; reason: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const organisation = await tx.prisma.organisation.findUnique({ where: { id: input.organisationId } });
    if (!organisation) throw new DomainError('not-found');
    ensure(
      holdsRole(ctx.actor, ['moderator', 'administrator'], organisation.areaId)
        ? allow
        : deny('not-moderator'),
    );
    const decided = await tx.prisma.organisation.updateMany({
      where: { id: organisation.id, state: 'waiting' },
      data: input.verify
        ? { state: 'verified', verifiedAt: ctx.clock.now() }
        : { state: 'refused', reason: input.reason },
    });
    if (decided.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await settleQueueItems(tx, ctx, {
      subjectKind: 'organisation',
      subjectId: organisation.id,
      decision: input.verify ? 'verified' : 'refused',
      reason: input.reason,
    });
    await appendEvent(tx, ctx, organisationEvents, {
      type: input.verify ? 'organisation.verified' : 'organisation.refused',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      areaId: organisation.areaId,
      publicData: { title: organisation.name, reason: input.reason },
    });
  });
}

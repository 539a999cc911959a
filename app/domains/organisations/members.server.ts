import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { settleQueueItems } from '../moderation/index.server';
import { hasOwner, lockOrganisation, mandateOf, tellOfOrganisation } from './load-organisation.server';
import { organisationLifecycle } from './lifecycle';
import { mayManageMembers } from './policy';
import { stepOf } from '~/lib/lifecycle';

/** An owner removes a member, never an owner. */
export async function removeMember(ctx: Context, organisationId: string, personId: string): Promise<void> {
  ensure(mayManageMembers(ctx.actor, organisationId));
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    const mandate = await mandateOf(ctx, organisationId, personId);
    if (mandate === null) throw new DomainError('not-found', { reason: 'organisations.unknown-person' });
    if (mandate === 'owner') throw new DomainError('conflict', { reason: 'organisations.is-owner' });
    await releaseMember(ctx, { organisation, personId });
  });
}

/** A member leaves; so does an owner, whose organisation then goes on without one or out of service. */
export async function leaveOrganisation(ctx: Context, organisationId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    await releaseMember(ctx, { organisation, personId: actor.personId });
  });
}

export interface Membership {
  organisation: { id: string; name: string; areaId: string; state: string };
  personId: string;
}

/** Ends one membership, and the offers that hang on it. Throws `not-found` where there is none. */
export async function releaseMember(ctx: TransactionContext, member: Membership): Promise<void> {
  const { organisation, personId } = member;
  const organisationId = organisation.id;
  const owned = await hasOwner(ctx, organisationId);
  const left = await ctx.prisma.organisationMember.deleteMany({ where: { organisationId, personId } });
  if (left.count === 0) throw new DomainError('not-found', { reason: 'organisations.unknown-person' });
  await ctx.prisma.ownershipOffer.deleteMany({
    where: { organisationId, OR: [{ toPersonId: personId }, { offeredBy: personId }] },
  });
  await tellOfOrganisation(ctx, { type: 'organisation.member-left', organisation });
  const isLeft = owned ? !(await hasOwner(ctx, organisationId)) : await isWithoutAnyone(ctx, organisation);
  if (isLeft) await withoutOwner(ctx, organisation);
}

/** In service, and the last who could act for it has left: nobody is to wait for it. */
async function isWithoutAnyone(
  ctx: TransactionContext,
  { id: organisationId, state }: Membership['organisation'],
): Promise<boolean> {
  if (state !== 'verified') return false;
  const mandate = { in: ['owner', 'representative'] };
  return (await ctx.prisma.organisationMember.count({ where: { organisationId, mandate } })) === 0;
}

/**
 * Nobody is kept as an owner: where a representative is left the organisation goes on, else it goes out of service, so
 * that its code is free for those who register it anew. Either way the moderators of its area are told; they offer it
 * to a member.
 */
async function withoutOwner(
  ctx: TransactionContext,
  organisation: Membership['organisation'],
): Promise<void> {
  const organisationId = organisation.id;
  await ctx.prisma.organisationInvitation.deleteMany({ where: { organisationId } });
  const acting = await ctx.prisma.organisationMember.count({
    where: { organisationId, mandate: 'representative' },
  });
  const goesOn = acting > 0 && organisation.state === 'verified';
  if (!goesOn) {
    await ctx.prisma.organisation.update({
      where: { id: organisationId },
      data: { state: stepOf(organisationLifecycle, 'lose-owner').to, reason: null, verifiedCode: null },
    });
    await settleQueueItems(ctx, {
      subjectKind: 'organisation',
      subjectId: organisationId,
      kinds: ['organisation-verification'],
      decision: 'withdrawn',
      because: { ground: 'without-owner' },
    });
  }
  await tellOfOrganisation(ctx, { type: 'organisation.without-owner', organisation });
}

import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { hasOwner, lockOrganisation, mandateOf, tellOfOrganisation } from './load-organisation.server';
import { mayOfferOwnership } from './policy';

/**
 * Offers the organisation to a member, who becomes its owner by accepting; a later offer replaces an earlier one.
 * Where there is no owner a moderator of its area offers it.
 */
export async function offerOwnership(
  ctx: Context,
  organisationId: string,
  toPersonId: string,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    const facts = {
      ...organisation,
      mandateOfActor: await mandateOf(ctx, organisationId, actor.personId),
      hasOwner: await hasOwner(ctx, organisationId),
    };
    ensure(mayOfferOwnership(actor, facts));
    const mandate = await mandateOf(ctx, organisationId, toPersonId);
    if (mandate === null) throw new DomainError('not-found', { reason: 'organisations.unknown-person' });
    if (mandate === 'owner') throw new DomainError('conflict', { reason: 'organisations.is-owner' });
    const before = await ctx.prisma.ownershipOffer.findUnique({ where: { organisationId } });
    // Pressed twice: the member has been told.
    if (before?.toPersonId === toPersonId && before.offeredBy === actor.personId) return;
    const offer = { toPersonId, offeredBy: actor.personId, createdAt: now };
    await ctx.prisma.ownershipOffer.upsert({
      where: { organisationId },
      create: { organisationId, ...offer },
      update: offer,
    });
    await tellOfOrganisation(ctx, {
      type: 'organisation.ownership-offered',
      organisation,
      personId: toPersonId,
    });
  });
}

/** The member to whom the organisation is offered accepts: there is one owner before and after. Or declines. */
export async function answerOffer(
  ctx: Context,
  organisationId: string,
  answer: 'accept' | 'decline',
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = actor;
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    const offer = await ctx.prisma.ownershipOffer.findUnique({ where: { organisationId } });
    if (offer?.toPersonId !== personId)
      throw new DomainError('not-found', { reason: 'organisations.no-offer' });
    await ctx.prisma.ownershipOffer.delete({ where: { organisationId } });
    ctx.afterCommit(() => ctx.invalidatePages(['organisations']));
    if (answer === 'decline') return;
    const members = ctx.prisma.organisationMember;
    await members.updateMany({
      where: { organisationId, personId: offer.offeredBy, mandate: 'owner' },
      data: { mandate: 'representative' },
    });
    if (await hasOwner(ctx, organisationId))
      throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const raised = await members.updateMany({
      where: { organisationId, personId },
      data: { mandate: 'owner' },
    });
    if (raised.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await tellOfOrganisation(ctx, { type: 'organisation.handed-over', organisation });
  });
}

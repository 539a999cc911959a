import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { settleQueueItems } from '../moderation/index.server';
import { openOrdersOf } from './deactivate-organisation.server';
import { organisationLifecycle } from './lifecycle';
import { lockOrganisation, tellOfOrganisation } from './load-organisation.server';
import { mayMerge } from './policy';
import { stepOf } from '~/lib/lifecycle';

export interface Merging {
  /** The double. */
  organisationId: string;
  /** The one that goes on. */
  intoId: string;
  reason: string;
}

type Held = Awaited<ReturnType<typeof lockOrganisation>>;

/** Both, held in one order whichever is merged into which. */
async function heldBoth(ctx: TransactionContext, { organisationId, intoId }: Merging) {
  if (organisationId === intoId)
    throw new DomainError('invalid', { field: 'intoId', reason: 'organisations.merge-itself' });
  const held = new Map<string, Held>();
  for (const id of [organisationId, intoId].sort()) held.set(id, await lockOrganisation(ctx, id));
  const [double, into] = [held.get(organisationId), held.get(intoId)];
  if (!double || !into) throw new DomainError('not-found');
  return { double, into };
}

/**
 * Merges an organisation that is registered twice into the one that goes on: its members, their mandates and what it
 * runs follow, and its page leads on. Who may sign for it does not follow: that the owner of the other says. Cannot be
 * undone. What other subjects hold of it follows by their jobs.
 */
export async function mergeOrganisation(ctx: Context, merging: Merging): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { double, into } = await heldBoth(ctx, merging);
    for (const one of [double, into]) ensure(mayMerge(ctx.actor, one.areaId));
    await ensureMergeable(ctx, double, into);
    const { from, to } = stepOf(organisationLifecycle, 'merge');
    const { count } = await ctx.prisma.organisation.updateMany({
      where: { id: double.id, state: { in: from } },
      data: {
        ...{ state: to, reason: merging.reason, verifiedCode: null },
        ...{ mergedIntoId: into.id, mergedAt: ctx.clock.now() },
      },
    });
    if (count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    // What was merged into the double before leads on to where it goes now.
    await ctx.prisma.organisation.updateMany({
      where: { mergedIntoId: double.id },
      data: { mergedIntoId: into.id },
    });
    await moveMembers(ctx, double.id, into.id);
    await endWhatHangs(ctx, merging);
    const { reason } = merging;
    await tellOfOrganisation(ctx, {
      type: 'organisation.merged',
      organisation: double,
      reason,
      other: into.name,
    });
    await tellOfOrganisation(ctx, {
      type: 'organisation.absorbed',
      organisation: into,
      reason,
      other: double.name,
    });
  });
}

async function ensureMergeable(ctx: TransactionContext, double: Held, into: Held): Promise<void> {
  const refuse = (reason: string) => new DomainError('conflict', { field: 'intoId', reason });
  if (into.state !== 'verified') throw refuse('organisations.merge-into-verified');
  // Whoever belongs to a department acts on orders: nobody comes to do so by a merger.
  if (double.kind !== into.kind) throw refuse('organisations.merge-same-kind');
  const count = await openOrdersOf(ctx.prisma, double.id);
  if (count > 0)
    throw new DomainError('conflict', { reason: 'organisations.reassign-first', params: { count } });
}

/** Whoever belongs to both stays as in the one that goes on; it has one owner at most. */
async function moveMembers(ctx: TransactionContext, from: string, to: string): Promise<void> {
  const members = await ctx.prisma.organisationMember.findMany({
    where: { organisationId: { in: [from, to] } },
  });
  const known = new Set(members.filter((one) => one.organisationId === to).map(({ personId }) => personId));
  let owned = members.some((one) => one.organisationId === to && one.mandate === 'owner');
  for (const { personId, mandate, createdAt } of members.filter((one) => one.organisationId === from)) {
    if (known.has(personId)) continue;
    const held = mandate === 'owner' && owned ? 'representative' : mandate;
    owned ||= held === 'owner';
    await ctx.prisma.organisationMember.create({
      data: { organisationId: to, personId, mandate: held, createdAt },
    });
  }
  await ctx.prisma.organisationMember.deleteMany({ where: { organisationId: from } });
}

async function endWhatHangs(ctx: TransactionContext, { organisationId, reason }: Merging): Promise<void> {
  const where = { organisationId };
  await ctx.prisma.organisationInvitation.deleteMany({ where: { ...where, acceptedAt: null } });
  await ctx.prisma.ownershipOffer.deleteMany({ where });
  await ctx.prisma.signingMandate.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: ctx.clock.now() },
  });
  await settleQueueItems(ctx, {
    ...{ subjectKind: 'organisation', subjectId: organisationId, kinds: ['organisation-verification'] },
    ...{ decision: 'withdrawn', because: { ground: 'in-words', words: reason } },
  });
}

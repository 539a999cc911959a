import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { hasOwner, lockOrganisation, tellOfOrganisation } from './load-organisation.server';
import { organisationLifecycle } from './lifecycle';
import { mayModerate } from './policy';
import { codeKnown } from './organisation.server';
import { stepOf } from '~/lib/lifecycle';
import type { Reader } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';

const outOfService = stepOf(organisationLifecycle, 'deactivate');
const backInService = stepOf(organisationLifecycle, 'reactivate');

const openStates = ['registered', 'dispatched', 'return-asked', 'returned', 'accepted', 'suspended'];

/** Open orders that a department has, leads or helps with. */
export async function openOrdersOf(reads: Reader, organisationId: string): Promise<number> {
  return reads.workOrder.count({
    where: {
      state: { in: openStates },
      OR: [
        { departmentId: organisationId },
        { helpers: { some: { departmentId: organisationId, reportedAt: null } } },
      ],
    },
  });
}

/**
 * Takes an organisation out of service: its members act for it no longer, and its credit code is free. A department
 * with open orders is refused: they are given to others first.
 */
export async function deactivateOrganisation(
  ctx: Context,
  organisationId: string,
  reason: string,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    ensure(mayModerate(ctx.actor, organisation.areaId));
    const count = await openOrdersOf(ctx.prisma, organisationId);
    if (count > 0)
      throw new DomainError('conflict', { reason: 'organisations.reassign-first', params: { count } });
    const changed = await ctx.prisma.organisation.updateMany({
      where: { id: organisationId, state: { in: outOfService.from } },
      data: { state: outOfService.to, reason, verifiedCode: null },
    });
    if (changed.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await tellOfOrganisation(ctx, { type: 'organisation.deactivated', organisation, reason });
  });
}

/**
 * Brings an organisation back into service. Refused while it has no owner, whom a moderator finds among its members,
 * and where another organisation has been verified under its code.
 */
export async function reactivateOrganisation(
  ctx: Context,
  organisationId: string,
  reason: string,
): Promise<void> {
  try {
    await inTransaction(ctx, async (ctx) => {
      const organisation = await lockOrganisation(ctx, organisationId);
      ensure(mayModerate(ctx.actor, organisation.areaId));
      if (!(await hasOwner(ctx, organisationId)))
        throw new DomainError('conflict', { reason: 'organisations.owner-first' });
      const changed = await ctx.prisma.organisation.updateMany({
        where: { id: organisationId, state: { in: backInService.from } },
        data: { state: backInService.to, reason: null, verifiedCode: organisation.creditCode },
      });
      if (changed.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
      await tellOfOrganisation(ctx, { type: 'organisation.reactivated', organisation, reason });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw codeKnown();
    throw error;
  }
}

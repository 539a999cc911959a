import { holdsRole } from '../actor';
import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { organisationEvents } from './events';
import { allow, deny } from '~/lib/decision';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

const openStates = ['registered', 'dispatched', 'return-asked', 'returned', 'accepted', 'suspended'];

/** Open orders that a department has, leads or helps with. */
async function openOrdersOf(tx: Transaction, organisationId: string): Promise<number> {
  return tx.prisma.workOrder.count({
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
 * Takes an organisation out of service: its members act for it no longer. A department with open orders is refused:
 * they are given to others first.
 */
export async function deactivateOrganisation(
  ctx: Context,
  organisationId: string,
  reason: string,
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await lockRow(tx, 'Organisation', organisationId);
    const organisation = await tx.prisma.organisation.findUnique({ where: { id: organisationId } });
    if (!organisation) throw new DomainError('not-found');
    ensure(
      holdsRole(ctx.actor, ['moderator', 'administrator'], organisation.areaId)
        ? allow
        : deny('not-moderator'),
    );
    const count = await openOrdersOf(tx, organisationId);
    if (count > 0)
      throw new DomainError('conflict', { reason: 'organisations.reassign-first', params: { count } });
    const changed = await tx.prisma.organisation.updateMany({
      where: { id: organisationId, state: 'verified' },
      data: { state: 'inactive', reason },
    });
    if (changed.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await appendEvent(tx, ctx, organisationEvents, {
      type: 'organisation.deactivated',
      subjectKind: 'organisation',
      subjectId: organisationId,
      areaId: organisation.areaId,
      publicData: { title: organisation.name, reason },
    });
  });
}

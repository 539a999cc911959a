import type { TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayOrganise } from '../policy';
import { lockRow } from '~/platform/db/lock-row';

/** An activity that the actor organises, its row held. Throws `not-found` or `forbidden`. */
export async function loadOrganised(ctx: TransactionContext, opportunityId: string) {
  await lockRow(ctx, 'Opportunity', opportunityId);
  const opportunity = await ctx.prisma.opportunity.findUnique({ where: { id: opportunityId } });
  if (!opportunity) throw new DomainError('not-found');
  ensure(mayOrganise(ctx.actor, opportunity.organisationId));
  return opportunity;
}

import { areasOfRoles } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { departmentsFor } from '../../organisations/index.server';
import { areaChoices } from '../../territory/index.server';
import { mayDispatch, orderReaders } from '../policy';

/** What the form of a call offers: the areas of the actor's office, and departments to whoever dispatches. Throws `forbidden`. */
export async function intakePage(ctx: ReadContext) {
  const own = areasOfRoles(ctx.actor, orderReaders);
  if (own.length === 0) throw new DomainError('forbidden', { reason: 'work-orders.calls-by-staff' });
  const [areaId = ''] = own;
  const dispatching = own.filter((id) => mayDispatch(ctx.actor, id).allowed);
  const [areas, departments] = await Promise.all([
    areaChoices(ctx, { scope: own, chosen: [areaId] }),
    dispatching.length > 0 ? departmentsFor(ctx, dispatching) : [],
  ]);
  return { areas, areaId, departments };
}

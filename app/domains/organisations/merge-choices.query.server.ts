import type { ReadContext } from '../context';
import { areasOfRoles } from '../actor';
import { DomainError } from '../domain-error';
import { organisationChoices } from './organisation-choices.query.server';
import { organisationPage } from './organisation.query.server';

/**
 * Into what an administrator may merge the organisation: the others of its kind that are in service where they hold
 * office; and how many open orders keep it from being merged. Throws `forbidden` to anyone else.
 */
export async function mergeChoices(ctx: ReadContext, organisationId: string) {
  const { organisation, mayMerge, openOrders } = await organisationPage(ctx, organisationId);
  if (!mayMerge) throw new DomainError('forbidden', { reason: 'organisations.administrators-only' });
  const { id, name, kind } = organisation;
  const scope = areasOfRoles(ctx.actor, ['administrator']);
  return {
    id,
    name,
    openOrders,
    organisations: await organisationChoices(ctx, { scope, kind, except: [id] }),
  };
}

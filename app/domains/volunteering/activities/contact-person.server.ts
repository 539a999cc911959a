import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { actingMembers } from '../../organisations/index.server';

/** Who can be asked about an activity: whoever acts for its organisation, and whoever it names already. */
export async function contactChoices(
  ctx: ReadContext,
  organisationId: string,
  held?: string,
): Promise<{ id: string; name: string }[]> {
  const ids = [...new Set([...(await actingMembers(ctx, organisationId)), ...(held ? [held] : [])])];
  const names = await displayNames(ctx, ids);
  return ids.map((id) => ({ id, name: names[id] ?? '' }));
}

/**
 * The contact person that a form names; who it was until now where it names nobody. Throws `invalid` at `contactId` for
 * whoever does not act for the organisation.
 */
export async function contactPerson(
  ctx: ReadContext,
  organisationId: string,
  { given = '', held }: { given?: string | undefined; held: string },
): Promise<string> {
  if (given === '' || given === held) return held;
  if ((await actingMembers(ctx, organisationId)).includes(given)) return given;
  throw new DomainError('invalid', { field: 'contactId', reason: 'volunteering.contact-of-organisation' });
}

import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { resolvePerson } from '../../identity/index.server';
import { verifiedOrganisations } from '../policy';

/** Throws `conflict` where a volunteer is no longer vetted, or belongs no longer to the verified organisation. */
export async function ensureStillVetted(
  ctx: ReadContext,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<void> {
  const vetted = await ctx.database.read.careVolunteer.count({
    where: { personId, organisationId, state: 'vetted' },
  });
  const actor = await resolvePerson(ctx.database, personId, null);
  const belongs = actor.kind === 'person' && verifiedOrganisations(actor).includes(organisationId);
  if (vetted === 0 || !belongs) throw new DomainError('conflict', { reason: 'care.not-vetted' });
}

import type { Actor } from '../actor';
import type { Prisma } from '~/platform/db/database.server';

/** The twin of mayReadAgreement for lists: what was laid open to be signed, and the texts of the actor's own organisations. */
export function readableAgreements(actor: Actor): Prisma.AgreementWhereInput {
  const open = { state: { not: 'draft' }, frozenAt: { not: null } };
  if (actor.kind !== 'person' || actor.memberships.length === 0) return open;
  const own = actor.memberships.map((member) => member.organisationId);
  return { OR: [open, { parties: { some: { organisationId: { in: own } } } }] };
}

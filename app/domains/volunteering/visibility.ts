import type { Actor } from '../actor';
import { hasMandate } from '../actor';

/** The twin of `mayReadOpportunity` for lists, as a condition for Prisma. */
export function readableOpportunities(actor: Actor) {
  if (actor.kind === 'system') return {};
  const own =
    actor.kind === 'person'
      ? actor.memberships.filter(hasMandate).map((member) => member.organisationId)
      : [];
  return { OR: [{ state: { in: ['published', 'cancelled'] } }, { organisationId: { in: own } }] };
}

/** The twin of `mayReadAward` for lists. */
export function readableAwards(actor: Actor) {
  if (actor.kind === 'system') return {};
  if (actor.kind !== 'person') return { personId: '' };
  const own = actor.memberships.filter(hasMandate).map((member) => member.organisationId);
  return { OR: [{ personId: actor.personId }, { organisationId: { in: own } }] };
}

/** The twin of `mayReadCertificate` for lists. */
export function readableCertificates(actor: Actor) {
  if (actor.kind === 'system') return {};
  return { personId: actor.kind === 'person' ? actor.personId : '' };
}

import { areasOfRoles, holdsRole } from '../actor';
import type { Actor } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { withinAny } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';

const notPublic = ['waiting', 'refused'];
const readers = ['moderator', 'administrator'] as const;

/** What was never verified is read by its members and by who decides on it. Its twin: readableOrganisations. */
export function mayReadOrganisation(
  actor: Actor,
  organisation: { id: string; areaId: string; state: string },
): Decision {
  if (!notPublic.includes(organisation.state) || holdsRole(actor, readers, organisation.areaId)) return allow;
  const member =
    actor.kind === 'person' && actor.memberships.some((one) => one.organisationId === organisation.id);
  return member ? allow : deny('organisations.not-verified-yet');
}

/** The twin of mayReadOrganisation for lists: the organisations that the actor may read. */
export function readableOrganisations(actor: Actor): Prisma.OrganisationWhereInput {
  if (actor.kind === 'system') return {};
  const open = { state: { notIn: notPublic } };
  if (actor.kind === 'visitor') return open;
  return {
    OR: [
      open,
      { id: { in: actor.memberships.map((member) => member.organisationId) } },
      ...withinAny(areasOfRoles(actor, readers)),
    ],
  };
}

import { holdsRole } from '../actor';
import type { Actor, Mandate } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface OrganisationFacts {
  id: string;
  areaId: string;
  state: string;
}

const membershipIn = (actor: Actor, organisationId: string) =>
  actor.kind === 'person'
    ? actor.memberships.find((member) => member.organisationId === organisationId)
    : undefined;

/** Only an owner changes who belongs to the organisation. */
export function mayManageMembers(actor: Actor, organisationId: string): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return membershipIn(actor, organisationId)?.mandate === 'owner' ? allow : deny('organisations.owners-only');
}

/** The portal writes to strangers in its name only for an organisation that a moderator has verified. */
export function mayInvite(actor: Actor, organisation: OrganisationFacts): Decision {
  const own = mayManageMembers(actor, organisation.id);
  if (!own.allowed) return own;
  return organisation.state === 'verified' ? allow : deny('organisations.verified-only');
}

/** Verified, refused, taken out of service and brought back by moderators of its area. */
export function mayModerate(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

/** An organisation that is registered twice is merged by an administrator of the areas of both. */
export function mayMerge(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, 'administrator', areaId) ? allow : deny('organisations.administrators-only');
}

/** Its owner puts right what was refused, and hands it in again. */
export function mayResubmit(actor: Actor, organisation: OrganisationFacts): Decision {
  const own = mayManageMembers(actor, organisation.id);
  if (!own.allowed) return own;
  return organisation.state === 'refused' ? allow : deny('organisations.not-refused');
}

/** The owner offers the organisation to a member; a moderator of its area does so where there is no owner. */
export function mayOfferOwnership(
  actor: Actor,
  organisation: OrganisationFacts & { mandateOfActor: Mandate | null; hasOwner: boolean },
): Decision {
  if (organisation.mandateOfActor === 'owner') return allow;
  return organisation.hasOwner ? deny('organisations.owners-only') : mayModerate(actor, organisation.areaId);
}

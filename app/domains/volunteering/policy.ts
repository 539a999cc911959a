import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Verified organisations recruit, through an owner or a representative who acts for them. */
export function mayRecruit(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.actingFor ? allow : deny('volunteering.act-for-organisation');
}

/** Whoever holds a mandate of the organisation that recruits, once it is verified. */
export function mayOrganise(actor: Actor, organisationId: string): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const member = actor.memberships.find((membership) => membership.organisationId === organisationId);
  return member && member.mandate !== 'member' && member.verified
    ? allow
    : deny('volunteering.organisers-only');
}

export interface HoursFacts {
  organisationId: string;
  areaId: string;
  volunteerId: string;
  /** The volunteer is an owner or representative of the organisation. */
  volunteerOrganises: boolean;
}

/** Nobody confirms the own hours. Those of organisers a moderator of the area may confirm, where they are alone. */
export function mayConfirmHours(actor: Actor, hours: HoursFacts): Decision {
  if (actor.kind === 'person' && actor.personId === hours.volunteerId) return deny('volunteering.own-hours');
  if (hours.volunteerOrganises && holdsRole(actor, 'moderator', hours.areaId)) return allow;
  return mayOrganise(actor, hours.organisationId);
}

/** Called off by its organisers, or by a moderator of its area: also where its organisation is out of service. */
export function mayCancelOpportunity(
  actor: Actor,
  opportunity: { organisationId: string; areaId: string },
): Decision {
  if (holdsRole(actor, ['moderator', 'administrator'], opportunity.areaId)) return allow;
  return mayOrganise(actor, opportunity.organisationId);
}

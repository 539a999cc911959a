export const roles = ['moderator', 'staff', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = [
  'community-committee',
  'department',
  'mass-organisation',
  'social-organisation',
  'enterprise',
  'intermediary',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const mandates = ['owner', 'representative', 'member'] as const;
export type Mandate = (typeof mandates)[number];

export interface Membership {
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  areaId: string;
  mandate: Mandate;
  /** A moderator has verified the organisation. */
  verified: boolean;
  /** It was taken out of service: nothing is to be waited for. */
  inactive?: boolean;
}

/** A role and the area in which, with all below it, it is held. */
export interface HeldRole {
  role: Role;
  areaId: string;
}

export interface PersonActor {
  kind: 'person';
  personId: string;
  displayName: string;
  emailConfirmed: boolean;
  homeAreaId: string | null;
  /** The area in which a moderator has confirmed that the person lives; the voting right hangs on it. */
  residenceAreaId: string | null;
  roles: HeldRole[];
  memberships: Membership[];
  /** The organisation for which the person acts in this request, if they chose one. */
  actingFor: Membership | null;
}

export type Actor = { kind: 'visitor' } | { kind: 'system' } | PersonActor;

/** True when `areaId` is `scopeId` or lies below it: an area's id is the significant prefix of its code. */
export function isWithin(areaId: string, scopeId: string): boolean {
  return areaId.startsWith(scopeId);
}

/** The areas in which the person holds one of the roles, each with all that lies below it. */
export function areasOfRoles(actor: Actor, wanted: readonly Role[]): string[] {
  if (actor.kind !== 'person') return [];
  const held = actor.roles.filter(({ role }) => wanted.includes(role)).map(({ areaId }) => areaId);
  return [...new Set(held)];
}

/** Whether a member may act for the organisation: by a mandate in it, once it is verified. */
export function hasMandate(member: Pick<Membership, 'mandate' | 'verified'>): boolean {
  return member.verified && member.mandate !== 'member';
}

/** True when the person holds one of the roles in the area or above it. The system holds every role. */
export function holdsRole(actor: Actor, wanted: Role | readonly Role[], areaId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'visitor') return false;
  const accepted: readonly Role[] = typeof wanted === 'string' ? [wanted] : wanted;
  return actor.roles.some((held) => accepted.includes(held.role) && isWithin(areaId, held.areaId));
}

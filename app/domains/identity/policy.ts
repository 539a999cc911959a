import { areasOfRoles, hasMandate, holdsRole, roles } from '../actor';
import type { Actor, Membership } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Whoever has a mandate acts for the organisation, once it is verified. */
export function mayActFor(member: Membership | undefined): Decision {
  return member !== undefined && hasMandate(member) ? allow : deny('organisations.no-mandate');
}

/** Roles are given and taken by an administrator of the area or above it. */
export function mayGrantRole(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  return holdsRole(actor, 'administrator', areaId) ? allow : deny('identity.administrators-only');
}

/** Nobody takes the own administration away: an area would be left without anyone who can give it back. */
export function mayRevokeRole(
  actor: Actor,
  held: { personId: string; role: string; areaId: string },
): Decision {
  const own = actor.kind === 'person' && actor.personId === held.personId;
  if (own && held.role === 'administrator') return deny('identity.own-administration');
  return mayGrantRole(actor, held.areaId);
}

/** Who checks where a person lives, and reads the address for that: moderators and administrators of the area. */
export function mayDecideResidence(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

const counterOffices = ['moderator', 'administrator'] as const;

/** Who hands out codes at a counter at all: asked before anybody is looked up by what was typed. */
export function mayOpenCounter(actor: Actor): Decision {
  if (actor.kind === 'system') return allow;
  return areasOfRoles(actor, counterOffices).length > 0 ? allow : deny('not-moderator');
}

/**
 * Who hands a person at the counter a code for a lost passkey: moderators and administrators of where the person lives or
 * feels at home, of any area where the person has named none. Nobody to oneself.
 */
export function mayGiveRecoveryCode(actor: Actor, to: { personId: string; areaId: string | null }): Decision {
  if (actor.kind === 'system') return allow;
  if (actor.kind === 'person' && actor.personId === to.personId) return deny('identity.not-to-oneself');
  if (to.areaId === null) return mayOpenCounter(actor);
  return holdsRole(actor, counterOffices, to.areaId) ? allow : deny('not-moderator');
}

/** Who writes down at the counter whose document was shown: as those who give codes for lost passkeys. Nobody one's own. */
export function mayConfirmIdentity(actor: Actor, to: { personId: string; areaId: string | null }): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (actor.personId === to.personId) return deny('identity.not-oneself');
  if (to.areaId === null) return mayOpenCounter(actor);
  return holdsRole(actor, counterOffices, to.areaId) ? allow : deny('not-moderator');
}

/**
 * Who gives a person at the counter a code to sign in with: moderators and administrators of where the person's residence
 * is confirmed. Whoever holds an office gets one from an administrator of all its areas, an administrator from one above:
 * no code opens an office beyond the giver's own. Nobody to oneself.
 */
export function mayGiveSignIn(
  actor: Actor,
  to: {
    personId: string;
    residenceAreaId: string | null;
    roles: readonly { role: string; areaId: string }[];
  },
): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (actor.personId === to.personId) return deny('identity.not-to-oneself');
  if (to.residenceAreaId === null || !holdsRole(actor, counterOffices, to.residenceAreaId))
    return deny('not-moderator');
  const administers = areasOfRoles(actor, ['administrator']);
  const stands = to.roles.every(({ role, areaId }) =>
    administers.some((own) => areaId.startsWith(own) && (role !== 'administrator' || areaId !== own)),
  );
  return stands ? allow : deny('identity.office-beyond');
}

/**
 * A phone alone opens no account that decides about others or sees what is theirs: of those who hold a role, act for an
 * organisation, or work in a department or committee. Who takes a phone, or its number, takes no office by it.
 */
export function mayEnterByPhone(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const works = actor.memberships.some(
    (member) => hasMandate(member) || ['department', 'community-committee'].includes(member.kind),
  );
  return actor.roles.length > 0 || works ? deny('identity.phone-opens-no-office') : allow;
}

/** The home of administrators: what is to be set up, and what fails. */
export function mayOpenAdministration(actor: Actor): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  return areasOfRoles(actor, ['administrator']).length > 0 ? allow : deny('identity.administrators-only');
}

/**
 * An account is closed to its owner, and opened again, by administrators of where the person lives or feels at home; where
 * the person has named no area or holds an office, by those of the whole portal alone. Nobody does so to oneself.
 */
export function maySuspend(
  actor: Actor,
  person: { id: string; areaId: string | null; holdsOffice: boolean },
  topAreaIds: readonly string[],
): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (actor.kind === 'person' && actor.personId === person.id) return deny('identity.not-to-oneself');
  const whole = mayAdministerPortal(actor, topAreaIds);
  if (person.holdsOffice || person.areaId === null) return whole;
  return holdsRole(actor, 'administrator', person.areaId) ? allow : deny('identity.administrators-only');
}

/** Which doors of the portal are shown to a person; what is behind each asks again. */
export function doorsOf(actor: Actor) {
  return {
    /** Holds a role somewhere. */
    holdsOffice: areasOfRoles(actor, roles).length > 0,
    administers: areasOfRoles(actor, ['administrator']).length > 0,
    /** There is an organisation for which the person may act. */
    represents: actor.kind === 'person' && actor.memberships.some(hasMandate),
  };
}

/**
 * What holds for the whole portal is for those who administer all of it: every one of its topmost areas, as portalTops
 * answers them.
 */
export function mayAdministerPortal(actor: Actor, topAreaIds: readonly string[] = []): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  const everywhere = topAreaIds.length > 0 && topAreaIds.every((id) => holdsRole(actor, 'administrator', id));
  return everywhere ? allow : deny('identity.whole-portal-only');
}

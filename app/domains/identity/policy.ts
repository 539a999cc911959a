import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

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

/**
 * What holds for the whole portal is for those who administer all of it: every one of its topmost areas, as portalTops
 * answers them.
 */
export function mayAdministerPortal(actor: Actor, topAreaIds: readonly string[] = []): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  const everywhere = topAreaIds.length > 0 && topAreaIds.every((id) => holdsRole(actor, 'administrator', id));
  return everywhere ? allow : deny('identity.whole-portal-only');
}

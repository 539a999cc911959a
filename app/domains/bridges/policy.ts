import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Administrators of an area decide which other systems are connected there. */
export function mayManageBridges(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  return holdsRole(actor, 'administrator', areaId) ? allow : deny('bridges.administrators-only');
}

/** Moderators and administrators of the area send its orders on, import and export them. */
export function mayExchangeOrders(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

/** The areas in which the person holds one of the roles. */
export function areasHeld(actor: Actor, roles: readonly string[]): string[] {
  if (actor.kind !== 'person') return [];
  return [...new Set(actor.roles.filter(({ role }) => roles.includes(role)).map(({ areaId }) => areaId))];
}

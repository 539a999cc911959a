import type { Actor } from '../actor';
import { areasOfRoles, holdsRole } from '../actor';
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

/** The areas where, with all below, the person decides which other systems are connected. */
export const areasOfBridges = (actor: Actor): string[] => areasOfRoles(actor, ['administrator']);

/** The areas of which, with all below, the person imports and exports the orders. */
export const areasOfExchange = (actor: Actor): string[] =>
  areasOfRoles(actor, ['moderator', 'administrator']);

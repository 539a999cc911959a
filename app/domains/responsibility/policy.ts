import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Administrators and moderators keep the lists of their area and below. */
export function mayEditList(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

/** The areas whose lists the actor keeps, with all below. */
export function keptAreas(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.roles.filter(({ role }) => role !== 'staff').map(({ areaId }) => areaId);
}

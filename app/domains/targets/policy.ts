import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Targets of an area and of its departments are set by the administrators of the area or of one above. */
export function maySetTargets(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, 'administrator', areaId) ? allow : deny('targets.administrators-only');
}

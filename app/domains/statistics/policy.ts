import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { mayAdministerPortal } from '../identity/policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Whether an order counts is for the administrators of its area, never for the department that is measured. */
export function mayExclude(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, 'administrator', areaId) ? allow : deny('statistics.administrators-only');
}

/** Who reads every number as it is: moderators and administrators of the area, of the whole those who administer all of it. */
export function mayReadExact(
  actor: Actor,
  areaId: string | undefined,
  topAreaIds: readonly string[],
): Decision {
  if (actor.kind === 'system') return allow;
  if (actor.kind === 'visitor') return deny('signed-out');
  if (areaId === undefined) return mayAdministerPortal(actor, topAreaIds);
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

/** One formula holds everywhere: it is for those who administer the whole portal, every topmost area. */
export function mayChangeFormula(actor: Actor, topAreaIds: readonly string[]): Decision {
  return mayAdministerPortal(actor, topAreaIds).allowed ? allow : deny('statistics.whole-portal-only');
}

import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { mayAdministerPortal } from '../identity/policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Whether an order counts is for the administrators of its area, never for the department that is measured. */
export function mayExclude(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, 'administrator', areaId) ? allow : deny('statistics.administrators-only');
}

/** One formula holds everywhere: it is for those who administer the whole portal, every topmost area. */
export function mayChangeFormula(actor: Actor, topAreaIds: readonly string[]): Decision {
  return mayAdministerPortal(actor, topAreaIds).allowed ? allow : deny('statistics.whole-portal-only');
}

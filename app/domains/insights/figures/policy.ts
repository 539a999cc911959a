import { holdsRole } from '../../actor';
import type { Actor } from '../../actor';
import { mayAdministerPortal } from '../../identity/policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Who reads every number as it is: moderators and administrators of the area, of the whole those who administer all of it. */
export function mayReadExact(
  actor: Actor,
  areaId: string | undefined,
  topAreaIds: readonly string[],
): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (areaId === undefined) return mayAdministerPortal(actor, topAreaIds);
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

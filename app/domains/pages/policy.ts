import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { mayAdministerPortal } from '../identity/policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** The desk of the pages, and drafts on it, are for moderators and administrators of any area. */
export function mayDraftPages(actor: Actor): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (actor.kind === 'system') return allow;
  return areasOfRoles(actor, ['moderator', 'administrator']).length > 0 ? allow : deny('pages.officers-only');
}

/** What everyone reads holds for the whole portal: those who administer all of it publish it and take it back. */
export const mayPublishPages = (actor: Actor, topAreaIds: readonly string[]): Decision =>
  mayAdministerPortal(actor, topAreaIds);

import type { Actor } from '../actor';
import { mayAdministerPortal } from '../identity/policy';
import { unsortedCategory } from './groups';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** All areas sort by the same categories: those who administer the whole portal keep them. */
export const mayKeepCategories = (actor: Actor, topAreaIds: readonly string[]): Decision =>
  mayAdministerPortal(actor, topAreaIds);

/** Whether it can be retired: one that is chosen for people who choose none stays. */
export function mayRetire({ id, retiredAt }: { id: string; retiredAt: Date | null }): Decision {
  if (id === unsortedCategory) return deny('categories.needed');
  return retiredAt ? deny('categories.retired-already') : allow;
}

import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { discussionModerators } from './policy';
import { withinAny } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';

/** The twin of mayReadComment for lists: of the comments on what the actor may read, those that may be read. */
export function readableComments(actor: Actor): Prisma.CommentWhereInput {
  if (actor.kind === 'system') return { removedAt: null };
  const open = { hiddenAt: null };
  if (actor.kind === 'visitor') return { removedAt: null, ...open };
  const moderated = withinAny(areasOfRoles(actor, discussionModerators));
  return { removedAt: null, OR: [open, { authorId: actor.personId }, ...moderated] };
}

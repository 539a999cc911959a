import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { conversationLeaders } from './policy';
import { withinAny } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';

/** The twin of mayReadStatement for lists: the statements that the actor may read. */
export function readableStatements(actor: Actor): Prisma.StatementWhereInput {
  if (actor.kind === 'system') return {};
  const shown = { state: 'shown' };
  if (actor.kind === 'visitor') return shown;
  const led = withinAny(areasOfRoles(actor, conversationLeaders));
  return {
    OR: [shown, { authorId: actor.personId }, ...led.map((area) => ({ conversation: { is: area } }))],
  };
}

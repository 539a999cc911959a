import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { withinAny } from '~/platform/db/area-scope';
import type { Prisma } from '~/platform/db/database.server';

/** The twin of mayReadMeeting for lists. */
export function readableMeetings(actor: Actor): Prisma.MeetingWhereInput {
  if (actor.kind === 'system') return {};
  const open = { isPublic: true };
  if (actor.kind === 'visitor') return open;
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  return {
    OR: [
      open,
      { organisationId: { in: own } },
      ...withinAny(areasOfRoles(actor, ['moderator', 'administrator'])),
    ],
  };
}

import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import { mandatesOf } from './policy';
import { withinAny } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';

/** The twin of mayReadMeeting for lists. */
export function readableMeetings(actor: Actor): Prisma.MeetingWhereInput {
  if (actor.kind === 'system') return {};
  const open = [{ isPublic: true }, { state: 'published' }];
  if (actor.kind === 'visitor') return { OR: open };
  return { OR: [...open, ...insideOf(actor)] };
}

/** The twin of mayReadAgenda: the meetings of which the actor may know what stood on their agenda. */
export function readableAgendas(actor: Actor): Prisma.MeetingWhereInput {
  if (actor.kind === 'system') return {};
  return { OR: [{ isPublic: true }, ...(actor.kind === 'person' ? insideOf(actor) : [])] };
}

/** The twin of mayReadInside: those that concern a person as convener or guest. */
function insideOf(actor: Actor & { kind: 'person' }): Prisma.MeetingWhereInput[] {
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const mandated = mandatesOf(actor).map(({ organisationId }) => organisationId);
  return [
    { organisationId: { in: own } },
    { seats: { some: { personId: actor.personId } } },
    { seats: { some: { organisationId: { in: mandated } } } },
    ...withinAny(areasOfRoles(actor, ['moderator', 'administrator'])),
  ];
}

/** The meetings to which the person, or an organisation for which they hold a mandate, is invited. */
export function meetingsOfGuest(actor: Actor & { kind: 'person' }): Prisma.MeetingWhereInput {
  const mandated = mandatesOf(actor).map(({ organisationId }) => organisationId);
  return {
    seats: { some: { OR: [{ personId: actor.personId }, { organisationId: { in: mandated } }] } },
  };
}

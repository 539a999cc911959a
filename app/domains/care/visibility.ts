import type { Actor, PersonActor } from '../actor';
import { givenBackFrom } from './lifecycle';
import { careAreas, officeAreas, verifiedOrganisations } from './policy';
import type { Prisma } from '~/platform/db/database.server';
import { withinAny } from '~/platform/db/lists/area-scope';

/** What nothing is. */
const none = { id: { in: [] as string[] } };

/** In one of the areas or below it. */
export const inAreas = (areaIds: readonly string[]) => ({ OR: withinAny(areaIds) });

/** Those whose need it is, or who stated it. */
export const needsOf = (personId: string): Prisma.CareNeedWhereInput => ({
  OR: [{ personId }, { statedBy: personId }],
});

/** Those for which the person has consented: what somebody else stated for them from when they agreed. */
export const consentedNeedsOf = (personId: string): Prisma.CareNeedWhereInput => ({
  OR: [{ personId, state: { not: 'asked' } }, { statedBy: personId }],
});

/** Those of the staff's grids and communities. */
export const needsLookedAfter = (actor: Actor): Prisma.CareNeedWhereInput => inAreas(careAreas(actor));

const notOf = (column: 'personId' | 'statedBy', personId: string): Prisma.CareNeedWhereInput => ({
  OR: [{ [column]: null }, { [column]: { not: personId } }],
});

/** The same without those of the staff's own: another one looks after them. */
export const needsAtDesk = (actor: PersonActor): Prisma.CareNeedWhereInput => ({
  AND: [needsLookedAfter(actor), notOf('personId', actor.personId), notOf('statedBy', actor.personId)],
});

/** The twin of mayReadNeed for lists. */
export function readableNeeds(actor: Actor): Prisma.CareNeedWhereInput {
  if (actor.kind === 'system') return {};
  if (actor.kind !== 'person') return none;
  return {
    OR: [
      needsOf(actor.personId),
      { AND: [needsLookedAfter(actor), { state: { not: 'asked' } }] },
      { AND: [{ contests: { some: { openKey: { not: null } } } }, inAreas(officeAreas(actor))] },
    ],
  };
}

/** The twin of mayReadTask for lists. */
export function readableTasks(actor: Actor): Prisma.CareTaskWhereInput {
  if (actor.kind === 'system') return {};
  if (actor.kind !== 'person') return none;
  return {
    OR: [
      { need: { OR: [needsOf(actor.personId), needsLookedAfter(actor)] } },
      {
        doneBy: actor.personId,
        state: { in: [...givenBackFrom] },
        // One of the staff reads it as long as they look after the place: by the line above.
        organisationId: { in: verifiedOrganisations(actor) },
      },
    ],
  };
}

/** The twin of mayReadVolunteer for lists. */
export function readableVolunteers(actor: Actor): Prisma.CareVolunteerWhereInput {
  if (actor.kind === 'system') return {};
  if (actor.kind !== 'person') return none;
  return { OR: [{ personId: actor.personId }, inAreas(careAreas(actor))] };
}

import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { hasLeft } from '../lifecycle';
import { mayOrganise, mayReadOpportunity } from '../policy';

async function loadOfDay(ctx: ReadContext, shiftId: string) {
  const shift = await ctx.database.read.shift.findUnique({
    where: { id: shiftId },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      cancelledAt: true,
      opportunity: { select: { id: true, title: true, state: true, organisationId: true } },
    },
  });
  if (!shift) throw new DomainError('not-found');
  const { opportunity, ...facts } = shift;
  return { shift: facts, opportunity };
}

/** The shift of which an organiser shows the code; asked for anew each minute. */
export async function codePage(ctx: ReadContext, shiftId: string) {
  const page = await loadOfDay(ctx, shiftId);
  ensure(mayOrganise(ctx.actor, page.opportunity.organisationId));
  return page;
}

/** The shift of today for whoever checks in, with the own place where there is one. */
export async function checkInPage(ctx: ReadContext & { actor: PersonActor }, shiftId: string) {
  const page = await loadOfDay(ctx, shiftId);
  ensure(mayReadOpportunity(ctx.actor, page.opportunity));
  const mine = await ctx.database.read.signUp.findUnique({
    where: { shiftId_personId: { shiftId, personId: ctx.actor.personId } },
    select: { state: true, checkedInAt: true, checkedOutAt: true },
  });
  const isPlace = mine && !hasLeft(mine.state) && mine.state !== 'waiting';
  return { ...page, mine: isPlace ? mine : null };
}

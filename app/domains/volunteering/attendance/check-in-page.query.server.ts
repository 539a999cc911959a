import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayReadOpportunity } from '../policy';

/** The shift of today for whoever checks in, with the own place where there is one. */
export async function checkInPage(ctx: ReadContext & { actor: PersonActor }, shiftId: string) {
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
  ensure(mayReadOpportunity(ctx.actor, shift.opportunity));
  const mine = await ctx.database.read.signUp.findUnique({
    where: { shiftId_personId: { shiftId, personId: ctx.actor.personId } },
    select: { state: true, checkedInAt: true, checkedOutAt: true },
  });
  const { opportunity, ...facts } = shift;
  const isPlace = mine && !['withdrawn', 'lapsed', 'waiting'].includes(mine.state);
  return { shift: facts, opportunity, mine: isPlace ? mine : null };
}

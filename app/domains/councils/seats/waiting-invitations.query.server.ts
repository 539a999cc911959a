import type { PersonContext } from '../../define-subject.server';
import type { Waiting } from '../../waiting';
import { candidateLifecycle } from '../lifecycle';
import { mayAcceptSeat, mayVolunteer } from '../policy';
import { stepOf } from '~/lib/lifecycle';
import { paths } from '~/paths';

const most = 10;
const drawn = stepOf(candidateLifecycle, 'accept').from;

/** The lot asks the person whether they want to take part, or has drawn them for a seat. */
export async function waitingInvitations(ctx: PersonContext): Promise<Waiting[]> {
  const candidates = await ctx.database.read.councilCandidate.findMany({
    where: {
      personId: ctx.actor.personId,
      // Who was asked and never answered stays so while the council goes on: that asks nobody any more.
      OR: [
        { state: candidateLifecycle.initial, council: { state: 'inviting' } },
        { state: { in: [...drawn] }, council: { endedAt: null } },
      ],
    },
    orderBy: { id: 'desc' },
    take: most,
    select: {
      ...{ personId: true, state: true },
      council: { select: { id: true, title: true, areaId: true, state: true, volunteersUntil: true } },
    },
  });
  return candidates.flatMap(({ council, ...candidate }): Waiting[] => {
    const { id, title, volunteersUntil } = council;
    const to = paths.council(id);
    if (mayAcceptSeat(ctx.actor, { council, candidate }).allowed)
      return [{ ask: 'take-seat', id, title, to, until: null }];
    return mayVolunteer(ctx.actor, { council, candidate }, ctx.clock.now()).allowed
      ? [{ ask: 'answer-lot', id, title, to, until: volunteersUntil }]
      : [];
  });
}

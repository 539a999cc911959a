import type { PersonContext } from '../../define-subject.server';
import type { Waiting } from '../../waiting';
import { mandatesOf, mayAnswerSeat, mayGiveVerdict } from '../policy';
import { paths } from '~/paths';

const most = 20;

const meetingColumns = {
  ...{ id: true, title: true, state: true, areaId: true, organisationId: true, isPublic: true },
  startsAt: true,
} as const;

/** Invitations that wait for an answer, for the person or an organisation with their mandate, and minutes to approve. */
export async function waitingSeats(ctx: PersonContext): Promise<Waiting[]> {
  const now = ctx.clock.now();
  const mandated = mandatesOf(ctx.actor).map(({ organisationId }) => organisationId);
  const seats = await ctx.database.read.meetingSeat.findMany({
    where: {
      AND: [
        { OR: [{ personId: ctx.actor.personId }, { organisationId: { in: mandated } }] },
        {
          OR: [
            { answer: null, meeting: { state: 'convened', startsAt: { gt: now } } },
            { verdict: null, presentAt: { not: null }, meeting: { state: 'in-approval' } },
          ],
        },
      ],
    },
    orderBy: { meeting: { startsAt: 'asc' } },
    take: most,
    include: { meeting: { select: meetingColumns } },
  });
  return seats.flatMap(({ meeting, ...seat }): Waiting[] => {
    const { id, title, startsAt } = meeting;
    const facts = { ...meeting, seats: [seat] };
    const to = paths.meeting(id);
    if (mayAnswerSeat(ctx.actor, facts, seat).allowed)
      return [{ ask: 'answer-invitation', id: seat.id, title, to, until: startsAt }];
    return mayGiveVerdict(ctx.actor, facts, seat).allowed
      ? [{ ask: 'approve-minutes', id: seat.id, title, to, until: null }]
      : [];
  });
}

import type { PersonContext } from '../../define-subject.server';
import { membersOf } from '../../organisations/index.server';
import type { Waiting, WaitingForUs } from '../../waiting';
import type { Prisma } from '~/platform/db/database.server';
import { mandatesOf, mayAnswerSeat, mayGiveVerdict } from '../policy';
import { paths } from '~/paths';

const most = 20;

const meetingColumns = {
  ...{ id: true, title: true, state: true, areaId: true, organisationId: true, isPublic: true },
  startsAt: true,
} as const;

const mandatedBy = (ctx: PersonContext) => mandatesOf(ctx.actor).map(({ organisationId }) => organisationId);

/** Invitations that wait for an answer, for the person or an organisation with their mandate, and minutes to approve. */
export async function waitingSeats(ctx: PersonContext): Promise<Waiting[]> {
  const whose = { OR: [{ personId: ctx.actor.personId }, { organisationId: { in: mandatedBy(ctx) } }] };
  return (await seatsOf(ctx, whose)).map(({ waiting }) => waiting);
}

/** The same of the seats of organisations alone, with who answers for them. */
export async function waitingSeatsOfUs(ctx: PersonContext): Promise<WaitingForUs[]> {
  const own = mandatesOf(ctx.actor);
  if (own.length === 0) return [];
  const ids = mandatedBy(ctx);
  const [seats, members] = await Promise.all([
    seatsOf(ctx, { organisationId: { in: ids } }),
    membersOf(ctx, ids),
  ]);
  return seats.flatMap(({ waiting, organisationId }) => {
    const member = own.find((one) => one.organisationId === organisationId);
    if (!member) return [];
    const able = members.filter((one) => one.organisationId === organisationId && one.mandate !== 'member');
    return [
      {
        ...waiting,
        ...{ organisation: { id: member.organisationId, name: member.name }, since: null },
        ...{ able: able.map(({ name }) => name), isMine: true, isOver: false },
      },
    ];
  });
}

async function seatsOf(
  ctx: PersonContext,
  whose: Prisma.MeetingSeatWhereInput,
): Promise<{ waiting: Waiting; organisationId: string | null }[]> {
  const now = ctx.clock.now();
  const seats = await ctx.database.read.meetingSeat.findMany({
    where: {
      AND: [
        whose,
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
  return seats.flatMap(({ meeting, ...seat }) => {
    const { id, title, startsAt } = meeting;
    const facts = { ...meeting, seats: [seat] };
    const to = paths.meeting(id);
    const shown = (waiting: Waiting) => [{ waiting, organisationId: seat.organisationId }];
    if (mayAnswerSeat(ctx.actor, facts, seat).allowed)
      return shown({ ask: 'answer-invitation', id: seat.id, title, to, until: startsAt });
    return mayGiveVerdict(ctx.actor, facts, seat).allowed
      ? shown({ ask: 'approve-minutes', id: seat.id, title, to, until: null })
      : [];
  });
}

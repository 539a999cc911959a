import type { PersonContext } from '../../define-subject.server';
import { membersOf } from '../../organisations/index.server';
import type { Waiting, WaitingForUs } from '../../waiting';
import { decisionsOfPerson, ownDecisions } from '../minutes/waiting-decisions.query.server';
import type { Prisma } from '~/platform/db/database.server';
import { mandatesOf, mayAnswerSeat, mayGiveVerdict } from '../policy';
import { paths } from '~/paths';

const most = 20;

const meetingColumns = {
  ...{ id: true, title: true, state: true, areaId: true, organisationId: true, isPublic: true },
  startsAt: true,
} as const;

const mandatedBy = (ctx: PersonContext) => mandatesOf(ctx.actor).map(({ organisationId }) => organisationId);

/**
 * Invitations that wait for an answer, for the person or an organisation with their mandate, minutes to approve, and what
 * the person was made responsible for.
 */
export async function waitingSeats(ctx: PersonContext): Promise<Waiting[]> {
  const whose = { OR: [{ personId: ctx.actor.personId }, { organisationId: { in: mandatedBy(ctx) } }] };
  const rows = await seatRows(ctx, whose, [ofOwnDecisions(ctx)]);
  // Asked only of who has any: for most there is nothing to ask.
  const decided = rows.some(({ meeting }) => meeting.state === 'published')
    ? await decisionsOfPerson(ctx)
    : [];
  return [...shownSeats(ctx, rows).map(({ waiting }) => waiting), ...decided];
}

/** The own seat in a meeting that made the person responsible for something that is not done. */
const ofOwnDecisions = ({ actor: { personId } }: PersonContext): Prisma.MeetingSeatWhereInput => {
  const { meeting, ...decision } = ownDecisions(personId);
  return { personId, meeting: { ...meeting, decisions: { some: decision } } };
};

/** The same of the seats of organisations alone, with who answers for them. */
export async function waitingSeatsOfUs(ctx: PersonContext): Promise<WaitingForUs[]> {
  const own = mandatesOf(ctx.actor);
  if (own.length === 0) return [];
  const ids = mandatedBy(ctx);
  const [seats, members] = await Promise.all([
    seatRows(ctx, { organisationId: { in: ids } }),
    membersOf(ctx, ids),
  ]);
  return shownSeats(ctx, seats).flatMap(({ waiting, organisationId }) => {
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

function seatRows(
  ctx: PersonContext,
  whose: Prisma.MeetingSeatWhereInput,
  also: Prisma.MeetingSeatWhereInput[] = [],
) {
  return ctx.database.read.meetingSeat.findMany({
    where: {
      AND: [
        whose,
        {
          OR: [
            { answer: null, meeting: { state: 'convened', startsAt: { gt: ctx.clock.now() } } },
            { verdict: null, presentAt: { not: null }, meeting: { state: 'in-approval' } },
            ...also,
          ],
        },
      ],
    },
    orderBy: { meeting: { startsAt: 'asc' } },
    take: most,
    include: { meeting: { select: meetingColumns } },
  });
}

function shownSeats(
  ctx: PersonContext,
  seats: Awaited<ReturnType<typeof seatRows>>,
): { waiting: Waiting; organisationId: string | null }[] {
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

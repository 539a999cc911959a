import type { ReadContext } from '../context';
import { recordFacts } from './attendance/record-facts';
import { isActive, isExpected } from './lifecycle';
import { placeOf } from './load-shift.server';
import { mayAppealRecord } from './policy';
import { hoursOf, toleranceMinutes } from './rules/hours';
import type { Prisma } from '~/platform/db/database.server';
import { mayCheckOutAt, signOffUntil, startsSoon } from './rules/terms';

/** The actor's shifts, past and coming, with the hours confirmed. */
export async function ownVolunteering(ctx: ReadContext, personId: string) {
  const rows = await ctx.database.read.signUp.findMany({
    where: { personId },
    orderBy: { shift: { startsAt: 'desc' } },
    take: 100,
    include: {
      shift: {
        include: {
          opportunity: {
            select: {
              ...{ id: true, title: true, organisationId: true, areaId: true, place: true },
              signOffHours: true,
            },
          },
        },
      },
    },
  });
  // Of all rows, not of those that are shown.
  const { _sum } = await ctx.database.read.signUp.aggregate({ where: { personId }, _sum: { minutes: true } });
  const now = ctx.clock.now();
  const shown = rows.map(({ id, state, minutes, shift, ...row }) => ({
    id,
    // What was called off is no place any more, whatever the sign-up says.
    state: shift.cancelledAt && isActive(state) ? 'cancelled' : state,
    minutes,
    shift,
    place: placeOf(shift),
    ...saidAgainst(ctx, { ...row, shift }),
    mayObject:
      now >= shift.endsAt &&
      !shift.cancelledAt &&
      isExpected(state) &&
      row.appealedAt === null &&
      (row.objectedAt === null || row.objectionAnsweredAt !== null),
    own: ownPlace(shift, row.offeredUntil, { state, now }),
  }));
  return { rows: shown, hours: hoursOf(_sum.minutes ?? 0) };
}

/** What the person objected to the record, what was answered, and whether a moderator was or can be asked. */
function saidAgainst(
  ctx: ReadContext,
  row: Parameters<typeof recordFacts>[0] &
    Pick<Prisma.SignUpGetPayload<object>, 'objectedAt' | 'objection' | 'objectionAnswer'>,
) {
  return {
    objection: row.objectedAt && {
      words: row.objection,
      answer: row.objectionAnswer,
      open: !row.objectionAnsweredAt,
    },
    appealed: row.appealedAt !== null,
    mayAppeal: mayAppealRecord(ctx.actor, recordFacts(row), ctx.clock.now()).allowed,
  };
}

interface PlaceShift {
  id: string;
  startsAt: Date;
  endsAt: Date;
  opportunity: { signOffHours: number };
}

/** The person's place, as it is shown with what can be done about it. */
function ownPlace(
  shift: PlaceShift,
  offeredUntil: Date | null,
  { state, now }: { state: string; now: Date },
) {
  const until = signOffUntil(shift.startsAt, shift.opportunity.signOffHours);
  return {
    ...{ id: shift.id, mine: state, offeredUntil },
    begun: shift.startsAt <= now,
    over: !mayCheckOutAt(shift, now, toleranceMinutes),
    soon: startsSoon(shift.startsAt, now),
    late: now >= until,
    signOffUntil: until,
  };
}

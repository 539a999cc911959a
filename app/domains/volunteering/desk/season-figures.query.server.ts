import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { organisedBy } from './desk.query.server';
import { monthAfter, monthOf, spanOfMonths } from '~/lib/time/month';

/** So many months, the present one among them. */
const months = 12;
/** Far more shifts than one organisation has in a year. */
const mostShifts = 5000;

export interface SeasonMonth {
  /** As `2026-11`. */
  month: string;
  shifts: number;
  seats: number;
  /** People who came, with those in groups and those without an account. */
  came: number;
  absent: number;
  minutes: number;
}

const nothing = { shifts: 0, seats: 0, came: 0, absent: 0, minutes: 0 };

type DeskContext = ReadContext & { actor: PersonActor };

/** Of the shifts of the months that are over: what was planned, and what became of each, by state. */
async function readSeason(ctx: DeskContext, from: Date) {
  const over = {
    ...{ cancelledAt: null, startsAt: { gte: from }, endsAt: { lte: ctx.clock.now() } },
    opportunity: { organisationId: { in: organisedBy(ctx.actor) } },
  };
  const { shift, signUp } = ctx.database.read;
  const [shifts, states, persons] = await Promise.all([
    shift.findMany({
      where: over,
      orderBy: { startsAt: 'asc' },
      take: mostShifts,
      select: { id: true, startsAt: true, capacity: true, _count: { select: { guests: true } } },
    }),
    signUp.groupBy({
      by: ['shiftId', 'state'],
      where: { shift: over, state: { in: ['attended', 'absent'] } },
      _count: true,
      _sum: { seats: true, minutes: true },
    }),
    signUp.groupBy({ by: ['personId'], where: { shift: over, state: 'attended' } }),
  ]);
  return { shifts, states, people: persons.length };
}

/** What came of the shifts of the last twelve months: seats, who came, and hours, by month; and how many people in all. */
export async function seasonFigures(ctx: DeskContext) {
  const { timeZone } = ctx.configuration;
  const last = monthOf(ctx.clock.now(), timeZone);
  const span = spanOfMonths(monthAfter(last, 1 - months), last, timeZone);
  const { shifts, states, people } = await readSeason(ctx, span.from);
  const byMonth = new Map<string, SeasonMonth>();
  const add = (startsAt: Date, more: Partial<typeof nothing>) => {
    const month = span.monthAt(startsAt);
    const row = byMonth.get(month) ?? { month, ...nothing };
    for (const key of Object.keys(nothing) as (keyof typeof nothing)[]) row[key] += more[key] ?? 0;
    byMonth.set(month, row);
  };
  const startOf = new Map(shifts.map(({ id, startsAt }) => [id, startsAt]));
  for (const { startsAt, capacity, _count } of shifts)
    add(startsAt, { shifts: 1, seats: capacity, came: _count.guests });
  for (const { shiftId, state, _count, _sum } of states) {
    const startsAt = startOf.get(shiftId);
    if (!startsAt) continue;
    if (state === 'attended') add(startsAt, { came: _sum.seats ?? 0, minutes: _sum.minutes ?? 0 });
    else add(startsAt, { absent: _count });
  }
  return { months: [...byMonth.values()], people };
}
export type SeasonFigures = Awaited<ReturnType<typeof seasonFigures>>;

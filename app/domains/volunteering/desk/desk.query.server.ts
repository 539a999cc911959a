import type { PersonActor } from '../../actor';
import { hasMandate } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { waitingThanks } from '../thanks/thanks.query.server';
import { openCalendar } from '../../workorders/index.server';

const day = 24 * 3600_000;
const most = 100;
/** Order 67, 11: service is recorded within so many working days after the activity. */
export const recordWithinWorkingDays = 10;

export const organisedBy = (actor: PersonActor): string[] =>
  actor.memberships.filter(hasMandate).map(({ organisationId }) => organisationId);

const shiftColumns = {
  id: true,
  startsAt: true,
  endsAt: true,
  capacity: true,
  taken: true,
  task: true,
  cancelledAt: true,
  opportunity: { select: { id: true, title: true } },
} as const;

type DeskContext = ReadContext & { actor: PersonActor };

const oursOf = (ctx: DeskContext) => ({ opportunity: { organisationId: { in: organisedBy(ctx.actor) } } });

async function comingShifts(ctx: DeskContext) {
  const rows = await ctx.database.read.shift.findMany({
    where: { ...oursOf(ctx), cancelledAt: null, endsAt: { gt: ctx.clock.now() } },
    orderBy: { startsAt: 'asc' },
    take: most,
    select: { ...shiftColumns, _count: { select: { signUps: { where: { state: 'waiting' } } } } },
  });
  return rows.map(({ _count, ...shift }) => ({ ...shift, waiting: _count.signUps }));
}

/** Shifts that are over and have hours to confirm, each with the day by which they must be recorded. */
async function hoursToConfirm(ctx: DeskContext) {
  const now = ctx.clock.now();
  const rows = await ctx.database.read.shift.findMany({
    where: {
      ...{ ...oursOf(ctx), cancelledAt: null, endsAt: { lte: now } },
      signUps: { some: { state: 'confirmed' } },
    },
    orderBy: { endsAt: 'asc' },
    take: most,
    select: { ...shiftColumns, _count: { select: { signUps: { where: { state: 'confirmed' } } } } },
  });
  const calendar = await openCalendar(ctx);
  const term = recordWithinWorkingDays * calendar.dayLength;
  return rows.map(({ _count, ...shift }) => {
    const dueAt = calendar.at(calendar.elapsed(shift.endsAt) + term);
    return { ...shift, open: _count.signUps, dueAt, overdue: dueAt < now };
  });
}

async function openObjections(ctx: DeskContext) {
  const rows = await ctx.database.read.signUp.findMany({
    where: { objectedAt: { not: null }, objectionAnsweredAt: null, shift: oursOf(ctx) },
    orderBy: { objectedAt: 'asc' },
    take: most,
    select: { id: true, personId: true, objection: true, objectedAt: true, shift: { select: shiftColumns } },
  });
  const names = await displayNames(
    ctx,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({ ...row, name: names[row.personId] ?? '' }));
}

/** What waits for the actor's organisations: hours to confirm with their clock, objections, shifts to come, drafts. */
export async function deskPage(ctx: DeskContext) {
  const since = new Date(ctx.clock.now().getTime() - day);
  const [coming, toConfirm, objections, drafts, signUpsToday] = await Promise.all([
    comingShifts(ctx),
    hoursToConfirm(ctx),
    openObjections(ctx),
    ctx.database.read.opportunity.findMany({
      where: { organisationId: { in: organisedBy(ctx.actor) }, state: { in: ['draft', 'template'] } },
      orderBy: { id: 'desc' },
      take: most,
      select: { id: true, title: true, state: true },
    }),
    ctx.database.read.signUp.count({
      where: { state: { in: ['confirmed', 'waiting'] }, createdAt: { gte: since }, shift: oursOf(ctx) },
    }),
  ]);
  const thanks = await waitingThanks(ctx, organisedBy(ctx.actor));
  return { coming, toConfirm, objections, drafts, signUpsToday, thanks };
}

import type { PersonActor } from '../../actor';
import { hasMandate } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { waitingThanks } from '../thanks/thanks.query.server';
import type { Prisma } from '~/platform/db/database.server';
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

/** Shifts of the organisations that are over and have hours to confirm. */
const unconfirmedIn = (
  ctx: DeskContext,
  signUps: Prisma.SignUpWhereInput = { state: 'confirmed' },
): Prisma.ShiftWhereInput => ({
  ...{ ...oursOf(ctx), cancelledAt: null, endsAt: { lte: ctx.clock.now() } },
  signUps: { some: signUps },
});

/**
 * Shifts whose hours the actor can confirm, the oldest first, each with the day by which they must be recorded. Nobody
 * confirms the own ones.
 */
export async function hoursWaiting(ctx: DeskContext, take: number) {
  const rows = await ctx.database.read.shift.findMany({
    where: unconfirmedIn(ctx, { state: 'confirmed', personId: { not: ctx.actor.personId } }),
    orderBy: { endsAt: 'asc' },
    take,
    select: shiftColumns,
  });
  const due = await dueAfter(ctx);
  return rows.map((shift) => ({ ...shift, dueAt: due(shift.endsAt) }));
}

/** By when what ended is recorded: ten working days later. */
async function dueAfter(ctx: DeskContext) {
  const calendar = await openCalendar(ctx);
  const term = recordWithinWorkingDays * calendar.dayLength;
  return (endsAt: Date): Date => calendar.at(calendar.elapsed(endsAt) + term);
}

/** Shifts that are over and have hours to confirm, each with the day by which they must be recorded. */
async function hoursToConfirm(ctx: DeskContext) {
  const now = ctx.clock.now();
  const rows = await ctx.database.read.shift.findMany({
    where: unconfirmedIn(ctx),
    orderBy: { endsAt: 'asc' },
    take: most,
    select: {
      ...shiftColumns,
      _count: { select: { signUps: { where: { state: 'confirmed' } } } },
      signUps: { where: { state: 'confirmed', personId: ctx.actor.personId }, select: { id: true } },
    },
  });
  const due = await dueAfter(ctx);
  return rows.map(({ _count, signUps, ...shift }) => {
    const dueAt = due(shift.endsAt);
    return { ...shift, open: _count.signUps, own: signUps.length > 0, dueAt, overdue: dueAt < now };
  });
}

const openObjectionsIn = (ctx: DeskContext) => ({
  ...{ objectedAt: { not: null }, objectionAnsweredAt: null },
  shift: oursOf(ctx),
});

async function openObjections(ctx: DeskContext) {
  const rows = await ctx.database.read.signUp.findMany({
    where: openObjectionsIn(ctx),
    orderBy: { objectedAt: 'asc' },
    take: most,
    select: { id: true, personId: true, objection: true, objectedAt: true, shift: { select: shiftColumns } },
  });
  const names = await displayNames(
    ctx,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ personId, ...row }) => ({
    ...{ ...row, name: names[personId] ?? '', own: personId === ctx.actor.personId },
  }));
}

/** Of all rows, whatever the lists show: hours and objections of volunteers, shifts with such hours, new sign-ups. */
async function countsOf(ctx: DeskContext) {
  const { read } = ctx.database;
  const since = new Date(ctx.clock.now().getTime() - day);
  const shift = { ...oursOf(ctx), cancelledAt: null, endsAt: { lte: ctx.clock.now() } };
  const [toConfirm, shiftsToConfirm, objections, signUpsToday] = await Promise.all([
    read.signUp.count({ where: { state: 'confirmed', shift } }),
    read.shift.count({ where: unconfirmedIn(ctx) }),
    read.signUp.count({ where: openObjectionsIn(ctx) }),
    read.signUp.count({
      where: { state: { in: ['confirmed', 'waiting'] }, createdAt: { gte: since }, shift: oursOf(ctx) },
    }),
  ]);
  return { toConfirm, shiftsToConfirm, objections, signUpsToday };
}

/** What waits for the actor's organisations: hours to confirm with their clock, objections, shifts to come, drafts. */
export async function deskPage(ctx: DeskContext) {
  const [coming, toConfirm, objections, drafts, counts] = await Promise.all([
    comingShifts(ctx),
    hoursToConfirm(ctx),
    openObjections(ctx),
    ctx.database.read.opportunity.findMany({
      where: { organisationId: { in: organisedBy(ctx.actor) }, state: { in: ['draft', 'template'] } },
      orderBy: { id: 'desc' },
      take: most,
      select: { id: true, title: true, state: true },
    }),
    countsOf(ctx),
  ]);
  const thanks = await waitingThanks(ctx, organisedBy(ctx.actor));
  return { coming, toConfirm, objections, drafts, counts, thanks };
}

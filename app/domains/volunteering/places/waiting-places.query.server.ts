import type { PersonContext } from '../../define-subject.server';
import type { Waiting } from '../../waiting';
import { hoursWaiting, organisedBy } from '../desk/desk.query.server';
import { stepOf } from '~/lib/lifecycle';
import { signUpLifecycle } from '../lifecycle';
import { paths } from '~/paths';

const most = 10;
const offered = stepOf(signUpLifecycle, 'accept');

const shiftColumns = {
  ...{ id: true, startsAt: true, endsAt: true },
  opportunity: { select: { id: true, title: true } },
} as const;

/** Places in shifts to come: those that the person has, and those that they are offered from a waiting list. */
export async function waitingPlaces(ctx: PersonContext): Promise<Waiting[]> {
  const now = ctx.clock.now();
  const rows = await ctx.database.read.signUp.findMany({
    where: {
      personId: ctx.actor.personId,
      state: { in: [...offered.from, offered.to] },
      shift: { cancelledAt: null, endsAt: { gt: now }, opportunity: { state: 'published' } },
    },
    orderBy: { shift: { startsAt: 'asc' } },
    take: most,
    select: { id: true, state: true, offeredUntil: true, shift: { select: shiftColumns } },
  });
  return rows.flatMap(({ id, state, offeredUntil, shift }): Waiting[] => {
    const { title } = shift.opportunity;
    if (state === offered.to)
      return [{ ask: 'come', id, title, to: paths.opportunity(shift.opportunity.id), until: shift.startsAt }];
    const isOpen = offeredUntil === null || offeredUntil > now;
    return isOpen ? [{ ask: 'accept-offer', id, title, to: paths.myVolunteering, until: offeredUntil }] : [];
  });
}

/** Objections to what was recorded, which those who organise the shift have not answered. */
export async function waitingObjections(ctx: PersonContext): Promise<Waiting[]> {
  const organisations = organisedBy(ctx.actor);
  if (organisations.length === 0) return [];
  const rows = await ctx.database.read.signUp.findMany({
    where: {
      ...{ objectedAt: { not: null }, objectionAnsweredAt: null },
      shift: { opportunity: { organisationId: { in: organisations } } },
    },
    orderBy: { objectedAt: 'asc' },
    take: most,
    select: { id: true, shift: { select: shiftColumns } },
  });
  return rows.map(({ id, shift }) => ({
    ...{ ask: 'answer-objection' as const, id, title: shift.opportunity.title },
    ...{ to: paths.volunteerDesk, until: null },
  }));
}

/** Shifts that are over, whose hours the person can confirm: until the day by which they must be recorded. */
export async function waitingHours(ctx: PersonContext): Promise<Waiting[]> {
  if (organisedBy(ctx.actor).length === 0) return [];
  return (await hoursWaiting(ctx, most)).map(({ id, opportunity, dueAt }) => ({
    ...{ ask: 'confirm-hours' as const, id, title: opportunity.title },
    ...{ to: paths.shiftRoster(id), until: dueAt },
  }));
}

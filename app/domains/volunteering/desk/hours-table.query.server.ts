import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { placeOf, workOf } from '../load-shift.server';
import { hoursOf } from '../rules/hours';
import { organisedBy } from './desk.query.server';

const most = 5000;

/** The sign-ups of the actor's organisations as rows of a table, the newest shifts first. */
export async function hoursTable(ctx: ReadContext & { actor: PersonActor }) {
  const rows = await ctx.database.read.signUp.findMany({
    where: { shift: { opportunity: { organisationId: { in: organisedBy(ctx.actor) } } } },
    orderBy: [{ shift: { startsAt: 'desc' } }, { id: 'asc' }],
    take: most,
    include: { shift: { include: { opportunity: { select: { title: true, place: true } } } } },
  });
  const ids = rows.map(({ personId }) => personId);
  const names: Record<string, string> = {};
  for (let at = 0; at < ids.length; at += 500)
    Object.assign(names, await displayNames(ctx, ids.slice(at, at + 500)));
  return rows.map(({ shift, ...row }) => ({
    activity: shift.opportunity.title,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    place: placeOf(shift),
    task: workOf(shift, row.role),
    name: names[row.personId] ?? '',
    seats: row.seats,
    state: shift.cancelledAt ? 'cancelled' : row.state,
    checkedInAt: row.checkedInAt,
    checkedOutAt: row.checkedOutAt,
    hours: row.minutes === null ? null : hoursOf(row.minutes),
  }));
}

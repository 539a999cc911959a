import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { placeOf, workOf } from '../load-shift.server';
import { hoursOf } from '../rules/hours';
import { organisedBy } from './desk.query.server';

/** Shifts read at once; each has at most some hundred sign-ups. */
const atOnce = 50;

type HoursContext = ReadContext & { actor: PersonActor };

const shiftsAfter = (ctx: HoursContext, last: { startsAt: Date; id: string } | undefined) =>
  ctx.database.read.shift.findMany({
    where: {
      opportunity: { organisationId: { in: organisedBy(ctx.actor) } },
      ...(last && {
        OR: [{ startsAt: { lt: last.startsAt } }, { startsAt: last.startsAt, id: { gt: last.id } }],
      }),
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: atOnce,
    include: {
      opportunity: { select: { title: true, place: true } },
      signUps: { orderBy: { id: 'asc' } },
      guests: { orderBy: { id: 'asc' }, select: { sealedName: true, addedAt: true } },
    },
  });
type Shift = Awaited<ReturnType<typeof shiftsAfter>>[number];

/** All sign-ups of the actor's organisations as rows of a table, the newest shifts first, some shifts at a time. */
export async function* hoursTable(ctx: HoursContext) {
  let last: Shift | undefined;
  do {
    const shifts = await shiftsAfter(ctx, last);
    yield await rowsOf(ctx, shifts);
    last = shifts.length < atOnce ? undefined : shifts.at(-1);
  } while (last);
}
export type HoursRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** Who came without an account, as a row of the table: no hours are on record. */
function asRow(ctx: HoursContext, { sealedName, addedAt }: { sealedName: string | null; addedAt: Date }) {
  const guestName = sealedName === null ? '' : ctx.keys.open(sealedName);
  return {
    ...{ guestName, personId: '', role: '', seats: 0, state: 'guest', minutes: null },
    ...{ checkedInAt: addedAt, checkedOutAt: null },
  };
}

async function rowsOf(ctx: HoursContext, shifts: readonly Shift[]) {
  const rows = shifts.flatMap(({ signUps, ...shift }) => [
    ...signUps.map((row) => ({ ...row, guestName: null, shift })),
    ...shift.guests.map((guest) => ({ ...asRow(ctx, guest), shift })),
  ]);
  const ids = [...new Set(rows.map(({ personId }) => personId))].filter((id) => id !== '');
  const names: Record<string, string> = {};
  for (let at = 0; at < ids.length; at += 500)
    Object.assign(names, await displayNames(ctx, ids.slice(at, at + 500)));
  return rows.map(({ shift, ...row }) => ({
    activity: shift.opportunity.title,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    place: placeOf(shift),
    task: workOf(shift, row.role),
    name: row.guestName ?? names[row.personId] ?? '',
    seats: row.seats,
    state: shift.cancelledAt ? 'cancelled' : row.state,
    checkedInAt: row.checkedInAt,
    checkedOutAt: row.checkedOutAt,
    hours: row.minutes === null ? null : hoursOf(row.minutes),
  }));
}

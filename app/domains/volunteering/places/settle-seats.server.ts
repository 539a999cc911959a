import type { TransactionContext } from '../../context';
import { suspendedAmong } from '../../identity/index.server';
import { activeStates, leftStates, signUpLifecycle } from '../lifecycle';
import { loadShift, tellAsPortal } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { displaced, fitsRoles, freeSeats, nextOffers, readRoles, roleIn, seatsTaken } from '../rules/seats';
import type { Place } from '../rules/seats';
import { offerUntil } from '../rules/terms';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

interface ActivePlace extends Place {
  personId: string;
}

const offer = stepOf(signUpLifecycle, 'offer');
const displace = stepOf(signUpLifecycle, 'displace');

export const planOf = (shift: { capacity: number; roles: string }) => ({
  capacity: shift.capacity,
  roles: readRoles(shift.roles),
});

/** Of a place that is taken anew or given up: whatever was recorded of coming belonged to the place before. */
export const neverCame = { checkedInAt: null, checkedInBy: null, checkedOutAt: null, walkIn: false };

/** Everyone who has or waits for a seat. Rows of persons who are suspended are among them: they keep what they have. */
export const activePlaces = (ctx: TransactionContext, shiftId: string): Promise<ActivePlace[]> =>
  ctx.prisma.signUp.findMany({
    where: { shiftId, state: { in: activeStates } },
    select: {
      id: true,
      personId: true,
      state: true,
      seats: true,
      role: true,
      arrival: true,
      createdAt: true,
    },
  });

const isOpen = (shift: LoadedShift, now: Date) =>
  !shift.cancelledAt && shift.opportunity.state === 'published' && now < shift.startsAt;

/**
 * Brings seats and waiting list of a shift into order after whatever changed: whoever does not fit any more waits, and
 * free seats are offered in the order of arrival. Asked under the lock of the shift's row; tells everybody whom it moves.
 */
export async function settleSeats(ctx: TransactionContext, shiftId: string): Promise<void> {
  const shift = await loadShift(ctx, shiftId);
  const now = ctx.clock.now();
  const places = await activePlaces(ctx, shiftId);
  const out = isOpen(shift, now) ? displaced(planOf(shift), places) : [];
  const standing = places.map((place) => (out.includes(place) ? { ...place, state: displace.to } : place));
  const waiting = standing.flatMap(({ state, personId }) => (state === 'waiting' ? [personId] : []));
  // Never an erased or suspended person.
  const blocked = await suspendedAmong(ctx, waiting);
  const asked = standing.filter(({ personId }) => !blocked.has(personId));
  const offers = isOpen(shift, now) ? nextOffers(planOf(shift), asked) : [];
  await writePlaces(ctx, { shift, out, offers });
  const offeredIds = new Set(offers.map(({ id }) => id));
  const after = standing.map((place) => (offeredIds.has(place.id) ? { ...place, state: offer.to } : place));
  await ctx.prisma.shift.update({ where: { id: shiftId }, data: { taken: seatsTaken(after) } });
  const until = offerUntil(now, shift.startsAt);
  for (const { personId } of offers)
    await tellAsPortal(ctx, {
      type: 'volunteer.offered',
      shift,
      volunteerId: personId,
      publicData: { until },
    });
  for (const place of out) await tellDisplaced(ctx, shift, place);
}

async function writePlaces(
  ctx: TransactionContext,
  { shift, out, offers }: { shift: LoadedShift; out: readonly Place[]; offers: readonly Place[] },
): Promise<void> {
  const now = ctx.clock.now();
  if (out.length > 0)
    await ctx.prisma.signUp.updateMany({
      where: { id: { in: out.map(({ id }) => id) }, state: { in: displace.from } },
      data: { state: displace.to, waitlistedAt: now, offeredUntil: null },
    });
  if (offers.length > 0)
    await ctx.prisma.signUp.updateMany({
      where: { id: { in: offers.map(({ id }) => id) }, state: { in: offer.from } },
      data: { state: offer.to, offeredUntil: offerUntil(now, shift.startsAt) },
    });
}

/** Tells whoever lost a seat, and offers one in the next shift of the same activity where there is one. */
async function tellDisplaced(ctx: TransactionContext, shift: LoadedShift, place: ActivePlace): Promise<void> {
  await tellAsPortal(ctx, { type: 'volunteer.displaced', shift, volunteerId: place.personId });
  const next = await nextShift(ctx, shift, place);
  if (!next) return;
  const now = ctx.clock.now();
  const offeredUntil = offerUntil(now, next.startsAt);
  const key = { shiftId: next.id, personId: place.personId };
  const columns = {
    ...{ state: offer.to, offeredUntil, waitlistedAt: now, withdrawnAt: null, ...neverCame },
    ...{ seats: place.seats, role: roleIn(planOf(next), place.role), arrival: next.arrivals + 1 },
  };
  await ctx.prisma.signUp.upsert({
    where: { shiftId_personId: key },
    create: { id: newId(now), ...key, ...columns, createdAt: now },
    update: columns,
  });
  await ctx.prisma.shift.update({
    where: { id: next.id },
    data: { arrivals: { increment: 1 }, taken: { increment: place.seats } },
  });
  const told = { shift: next, volunteerId: place.personId, publicData: { until: offeredUntil } };
  await tellAsPortal(ctx, { type: 'volunteer.offered', ...told });
}

/**
 * The next shift in which the person could have a seat, its row held. Always a later one: two shifts that become smaller
 * at once hold rows in the same order.
 */
async function nextShift(
  ctx: TransactionContext,
  shift: LoadedShift,
  place: ActivePlace,
): Promise<LoadedShift | null> {
  const later = await ctx.prisma.shift.findMany({
    where: {
      ...{ opportunityId: shift.opportunityId, cancelledAt: null },
      startsAt: { gt: new Date(Math.max(shift.startsAt.getTime(), ctx.clock.now().getTime())) },
      signUps: {
        none: { personId: place.personId, state: { notIn: leftStates } },
      },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 10,
    select: { id: true },
  });
  for (const { id } of later) {
    await lockRow(ctx, 'Shift', id);
    const candidate = await loadShift(ctx, id);
    const plan = planOf(candidate);
    if (!fitsRoles(plan, place.role)) continue;
    if (freeSeats(plan, await activePlaces(ctx, id), place.role) >= place.seats) return candidate;
  }
  return null;
}

import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { personOf } from '../../person-of';
import { eachByItself } from '../../each-by-itself';
import { signUpLifecycle } from '../lifecycle';
import { loadShift, tellAsPortal } from '../load-shift.server';
import { ensureOldEnough } from './may-join.server';
import { settleSeats } from './settle-seats.server';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';

const accept = stepOf(signUpLifecycle, 'accept');
const lapse = stepOf(signUpLifecycle, 'lapse');

/**
 * Takes the seat that is offered. Throws `expired` once its term has passed, `conflict` where none is offered, `forbidden`
 * to who is younger than is asked by now.
 */
export async function acceptOffer(ctx: Context, shiftId: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Shift', shiftId);
    const shift = await loadShift(ctx, shiftId);
    const now = ctx.clock.now();
    if (shift.cancelledAt || shift.opportunity.state !== 'published' || now >= shift.startsAt)
      throw new DomainError('wrong-state', { reason: 'volunteering.sign-up-over' });
    await ensureOldEnough(ctx, shift, personId);
    const taken = await ctx.prisma.signUp.updateMany({
      where: { shiftId, personId, state: { in: accept.from }, offeredUntil: { gte: now } },
      data: { state: accept.to, waitlistedAt: null, offeredUntil: null },
    });
    if (taken.count === 0) {
      const key = { shiftId_personId: { shiftId, personId } };
      const row = await ctx.prisma.signUp.findUnique({ where: key, select: { state: true } });
      const isOver = row?.state === 'offered' || row?.state === 'lapsed';
      throw isOver
        ? new DomainError('expired', { reason: 'volunteering.offer-over' })
        : new DomainError('conflict', { reason: 'volunteering.no-offer' });
    }
    await tellAsPortal(ctx, { type: 'volunteer.accepted', shift, volunteerId: personId, withContact: true });
  });
}

/** Ends the offers whose term has passed: their seats are offered to the next. Answers how many. */
export async function lapseOffers(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const due = await ctx.database.read.signUp.findMany({
    where: { state: { in: lapse.from }, offeredUntil: { lt: now }, shift: { cancelledAt: null } },
    orderBy: { offeredUntil: 'asc' },
    take: 500,
    select: { id: true, shiftId: true, personId: true },
  });
  await eachByItself(due, ({ id, shiftId, personId }) =>
    inTransaction(ctx, async (ctx) => {
      await lockRow(ctx, 'Shift', shiftId);
      const shift = await loadShift(ctx, shiftId);
      // Who had a seat in what was called off is told that alone.
      if (shift.cancelledAt) return;
      const lapsed = await ctx.prisma.signUp.updateMany({
        where: { id, state: { in: lapse.from }, offeredUntil: { lt: now } },
        data: { state: lapse.to, offeredUntil: null },
      });
      if (lapsed.count === 0) return;
      await tellAsPortal(ctx, { type: 'volunteer.lapsed', shift, volunteerId: personId });
      await settleSeats(ctx, shiftId);
    }),
  );
  return due.length;
}

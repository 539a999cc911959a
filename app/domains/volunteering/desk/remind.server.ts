import type { Context } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { loadShift, tellAsPortal } from '../load-shift.server';
import { lockRow } from '~/platform/db/lock-row';

const hour = 3600_000;
/** Shortly before the start first: whoever is told then needs no word of tomorrow. */
const reminders = [
  { column: 'remindedHoursAt', ahead: 2 * hour },
  { column: 'remindedDayAt', ahead: 24 * hour },
] as const;

/** Reminds those who come of their shifts: the day before and two hours before, once each. Answers how many shifts. */
export async function remindVolunteers(ctx: Context): Promise<number> {
  let told = 0;
  for (const { column, ahead } of reminders) {
    const now = ctx.clock.now();
    const due = await ctx.database.read.shift.findMany({
      where: {
        ...{ cancelledAt: null, opportunity: { state: 'published' }, [column]: null },
        startsAt: { gt: now, lte: new Date(now.getTime() + ahead) },
      },
      orderBy: { startsAt: 'asc' },
      take: 200,
      select: { id: true },
    });
    await eachByItself(due, async ({ id }) => {
      if (await remind(ctx, id, column)) told += 1;
    });
  }
  return told;
}

async function remind(ctx: Context, shiftId: string, column: (typeof reminders)[number]['column']) {
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Shift', shiftId);
    const now = ctx.clock.now();
    const shift = await loadShift(ctx, shiftId);
    if (shift[column] || shift.cancelledAt || now >= shift.startsAt) return false;
    const marks =
      column === 'remindedHoursAt'
        ? { remindedHoursAt: now, remindedDayAt: shift.remindedDayAt ?? now }
        : { remindedDayAt: now };
    await ctx.prisma.shift.update({ where: { id: shiftId }, data: marks });
    const rows = await ctx.prisma.signUp.findMany({
      where: { shiftId, state: 'confirmed' },
      select: { personId: true },
    });
    if (rows.length === 0) return false;
    const volunteerIds = rows.map(({ personId }) => personId);
    await tellAsPortal(ctx, { type: 'shift.reminder', shift, volunteerIds, withContact: true });
    return true;
  });
}

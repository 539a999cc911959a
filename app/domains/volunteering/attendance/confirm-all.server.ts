import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { aroundRows, confirmRow } from './confirm-attendance.server';
import { loadShift } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { mostMinutes, proposedMinutes } from '../rules/hours';
import { lockRow, lockRows } from '~/platform/db/lock-row';

/**
 * Confirms in one act that all came: with the time from coming to leaving where it was recorded, else as planned. Left
 * out are the own hours, and whoever came and did not check out; answers how many were confirmed and left out.
 */
export async function confirmAll(
  ctx: Context,
  shiftId: string,
): Promise<{ confirmed: number; left: number }> {
  const organiserId = personOf(ctx);
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Shift', shiftId);
    const shift = await loadShift(ctx, shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    const now = ctx.clock.now();
    if (now < shift.endsAt) throw new DomainError('wrong-state', { reason: 'volunteering.not-ended' });
    const where = { shiftId, state: 'confirmed', confirmedAt: null };
    const found = await ctx.prisma.signUp.findMany({ where, select: { personId: true } });
    // Somebody else may confirm hours of the same time for them in another shift.
    await lockRows(
      ctx,
      'Person',
      found.map(({ personId }) => personId),
    );
    const rows = await ctx.prisma.signUp.findMany({ where, orderBy: { personId: 'asc' } });
    const came = rows.filter(
      ({ personId, checkedInAt, checkedOutAt }) =>
        personId !== organiserId && (checkedInAt === null || checkedOutAt !== null),
    );
    const around = await aroundRows(ctx, shift, came);
    for (const row of came) {
      const most = mostMinutes(shift, now, around.served.get(row.personId));
      const hours = proposedMinutes(shift, row, most) / 60;
      await confirmRow(ctx, { row, around }, { attended: 'yes', hours, reason: '' });
    }
    return { confirmed: came.length, left: rows.length - came.length };
  });
}

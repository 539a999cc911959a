import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { confirmOne, servedMeanwhile } from '../confirm-attendance.server';
import { loadShift, personOf } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { mostMinutes, proposedMinutes } from '../rules/hours';
import { lockRow } from '~/platform/db/lock-row';

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
    const rows = await ctx.prisma.signUp.findMany({
      where: { shiftId, state: 'confirmed', confirmedAt: null },
      orderBy: { personId: 'asc' },
    });
    let confirmed = 0;
    for (const row of rows) {
      const forgotten = row.checkedInAt !== null && row.checkedOutAt === null;
      if (row.personId === organiserId || forgotten) continue;
      const most = mostMinutes(shift, now, await servedMeanwhile(ctx, row, shift));
      const hours = proposedMinutes(shift, row, most) / 60;
      await confirmOne(ctx, { signUpId: row.id, attended: 'yes', hours, reason: '' });
      confirmed += 1;
    }
    return { confirmed, left: rows.length - confirmed };
  });
}

import type { Context } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { personOf } from '../../person-of';
import { loadShift, tellConcerned } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { newId } from '~/platform/ids';

/** Writes to everybody who has a seat in a shift; a copy is kept. Answers to how many; throws `conflict` for nobody. */
export async function writeToShift(ctx: Context, shiftId: string, body: string): Promise<number> {
  const personId = personOf(ctx);
  const now = ctx.clock.now();
  const id = newId(now);
  const sent = await doOnce(ctx, 'shift.write', async (ctx) => {
    const shift = await loadShift(ctx, shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    const rows = await ctx.prisma.signUp.findMany({
      where: { shiftId, state: { in: ['confirmed', 'offered', 'attended'] } },
      select: { personId: true, state: true },
    });
    if (rows.length === 0) throw new DomainError('conflict', { reason: 'volunteering.nobody-to-write' });
    await ctx.prisma.shiftMessage.create({
      data: { id, shiftId, body, sentBy: personId, sentAt: now, recipients: rows.length },
    });
    const told = { shift, places: rows, publicData: { message: body } };
    await tellConcerned(ctx, { type: 'shift.message', ...told });
    return String(rows.length);
  });
  return Number(sent);
}

import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { erasedAmong } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { signUpLifecycle } from '../lifecycle';
import { loadShift, tellOfShift } from '../load-shift.server';
import { mayOrganise } from '../policy';
import type { EvaluationInput } from './schema';
import { stepOf } from '~/lib/lifecycle';

const served = stepOf(signUpLifecycle, 'attend');

/**
 * Says how the organisers found somebody's service, in words, in stars, or in both (民政部令第67号, 10); with neither it is
 * taken back. The volunteer is told, and may object as to the hours. Throws `forbidden` for the own service, `wrong-state`
 * for whoever has not served.
 */
export async function evaluateService(
  ctx: Context,
  { signUpId, evaluation, stars }: EvaluationInput,
): Promise<void> {
  const evaluatedBy = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const row = await ctx.prisma.signUp.findUnique({ where: { id: signUpId } });
    if (!row) throw new DomainError('not-found');
    const shift = await loadShift(ctx, row.shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    if (row.personId === evaluatedBy)
      throw new DomainError('forbidden', { reason: 'volunteering.own-hours' });
    // What is written of whom the account is closed could be taken back by nobody.
    if ((await erasedAmong(ctx, [row.personId])).has(row.personId))
      throw new DomainError('wrong-state', { reason: 'volunteering.account-closed' });
    const isSaid = evaluation !== '' || stars !== undefined;
    if (!isSaid && row.evaluatedAt === null)
      throw new DomainError('invalid', { field: 'evaluation', reason: 'volunteering.say-evaluation' });
    const now = ctx.clock.now();
    const written = await ctx.prisma.signUp.updateMany({
      where: { id: signUpId, state: served.to },
      data: isSaid
        ? { evaluation, stars: stars ?? null, evaluatedAt: now, evaluatedBy }
        : { evaluation: null, stars: null, evaluatedAt: null, evaluatedBy: null },
    });
    if (written.count === 0) throw new DomainError('wrong-state', { reason: 'volunteering.not-served' });
    const said = isSaid ? { evaluation, ...(stars !== undefined && { stars }) } : {};
    const type = isSaid ? 'volunteer.evaluated' : 'volunteer.evaluation-withdrawn';
    await tellOfShift(ctx, { type, shift, volunteerId: row.personId, publicData: said });
  });
}

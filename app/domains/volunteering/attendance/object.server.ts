import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { displayNames } from '../../identity/index.server';
import { isExpected } from '../lifecycle';
import { loadShift, tellOfShift } from '../load-shift.server';
import { mayOrganise } from '../policy';

/** The volunteer objects to what was recorded: the hours, or not having been there. One objection at a time. */
export async function objectToRecord(ctx: Context, signUpId: string, words: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const row = await ctx.prisma.signUp.findUnique({ where: { id: signUpId } });
    if (row?.personId !== personId) throw new DomainError('not-found');
    const shift = await loadShift(ctx, row.shiftId);
    const isOver = ctx.clock.now() >= shift.endsAt && !shift.cancelledAt;
    if (row.appealedAt) throw new DomainError('conflict', { reason: 'volunteering.appealed-already' });
    if (!isOver || !isExpected(row.state))
      throw new DomainError('wrong-state', { reason: 'volunteering.nothing-to-object' });
    const objected = await ctx.prisma.signUp.updateMany({
      where: { id: signUpId, OR: [{ objectedAt: null }, { objectionAnsweredAt: { not: null } }] },
      data: {
        ...{ objection: words, objectedAt: ctx.clock.now() },
        ...{ objectionAnswer: null, objectionAnsweredAt: null, objectionAnsweredBy: null },
      },
    });
    if (objected.count === 0) throw new DomainError('conflict', { reason: 'volunteering.objected-already' });
    const names = await displayNames(ctx, [personId]);
    const publicData = { name: names[personId] ?? '', reason: words };
    await tellOfShift(ctx, { type: 'volunteer.objected', shift, volunteerId: personId, publicData });
  });
}

/** The organiser answers why the record stands. To correct it, the hours are confirmed anew, with a reason. */
export async function answerObjection(ctx: Context, signUpId: string, words: string): Promise<void> {
  const organiserId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const row = await ctx.prisma.signUp.findUnique({ where: { id: signUpId } });
    if (!row) throw new DomainError('not-found');
    const shift = await loadShift(ctx, row.shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    if (row.personId === organiserId)
      throw new DomainError('forbidden', { reason: 'volunteering.own-hours' });
    const answered = await ctx.prisma.signUp.updateMany({
      where: { id: signUpId, objectedAt: { not: null }, objectionAnsweredAt: null },
      data: {
        ...{ objectionAnswer: words, objectionAnsweredAt: ctx.clock.now() },
        objectionAnsweredBy: organiserId,
      },
    });
    if (answered.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    const told = { shift, volunteerId: row.personId, publicData: { reason: words } };
    await tellOfShift(ctx, { type: 'volunteer.objection-answered', ...told });
  });
}

import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { signUpLifecycle, thanksLifecycle } from '../lifecycle';
import { loadShift, tellOfShift } from '../load-shift.server';
import { mayOrganise, mayReadOpportunity, mayThank } from '../policy';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';

export interface ThanksGiven {
  words: string;
  /** The writer's name goes with it. */
  named: boolean;
}

const served = stepOf(signUpLifecycle, 'attend');

/**
 * Somebody who was helped thanks those who served in a shift, once. The organisers read it first: they pass it on. Throws
 * `forbidden` for who served or organised, `conflict` the second time.
 */
export async function giveThanks(ctx: Context, shiftId: string, given: ThanksGiven): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const shift = await loadShift(ctx, shiftId);
    ensure(mayReadOpportunity(ctx.actor, shift.opportunity));
    const own = await ctx.prisma.signUp.count({ where: { shiftId, personId, state: { in: served.from } } });
    const { endsAt, cancelledAt, opportunity } = shift;
    const facts = { organisationId: opportunity.organisationId, endsAt, cancelledAt, served: own > 0 };
    ensure(mayThank(ctx.actor, facts, ctx.clock.now()));
    const now = ctx.clock.now();
    const added = await ctx.sql.run(
      `INSERT INTO "ShiftThanks" ("id", "shiftId", "personId", "words", "named", "state", "createdAt")
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [newId(now), shiftId, personId, given.words, given.named, thanksLifecycle.initial, now],
    );
    if (added === 0) throw new DomainError('conflict', { reason: 'volunteering.thanked-already' });
    await tellOfShift(ctx, { type: 'shift.thanked', shift });
  });
}

/** The organisers pass thanks on to all who served in the shift, or lay them aside. */
export async function settleThanks(
  ctx: Context,
  thanksId: string,
  verdict: 'pass-on' | 'lay-aside',
): Promise<void> {
  const organiserId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const thanks = await ctx.prisma.shiftThanks.findUnique({ where: { id: thanksId } });
    if (!thanks) throw new DomainError('not-found');
    const shift = await loadShift(ctx, thanks.shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    const step = stepOf(thanksLifecycle, verdict);
    const settled = await ctx.prisma.shiftThanks.updateMany({
      where: { id: thanksId, state: { in: step.from } },
      data: { state: step.to, settledAt: ctx.clock.now(), settledBy: organiserId },
    });
    if (settled.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    if (verdict === 'lay-aside') return;
    const volunteerIds = await thoseWhoServed(ctx, shift.id);
    const message = thanks.words;
    if (volunteerIds.length > 0)
      await tellOfShift(ctx, {
        ...{ type: 'shift.thanks-passed-on', shift, volunteerIds, thankedBy: thanks.personId },
        publicData: { message },
      });
  });
}

async function thoseWhoServed(ctx: TransactionContext, shiftId: string): Promise<string[]> {
  const rows = await ctx.prisma.signUp.findMany({
    where: { shiftId, state: served.to },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

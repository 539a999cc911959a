import type { Context, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { daysWithContact } from '../../held-terms';
import { personByEmail } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { loadShift, tellOfShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { mayCheckInAt } from '../rules/terms';
import type { CameAnyway } from './schema';
import { recordComing } from './record-coming.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** More come as guests to no shift: whoever adds on and on has mistaken the list for something else. */
export const mostGuests = 200;

/** A shift that the actor organises, its row held. */
async function loadForList(ctx: TransactionContext, shiftId: string): Promise<LoadedShift> {
  await lockRow(ctx, 'Shift', shiftId);
  const shift = await loadShift(ctx, shiftId);
  ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
  if (shift.cancelledAt) throw new DomainError('wrong-state', { reason: 'volunteering.shift-off' });
  return shift;
}

/**
 * Somebody came who is on no list and has no phone at hand. With the mail address of an account it is that person, as
 * ticked on the list, who is told; without one a guest by name, who counts among those who came and has no record.
 * Throws `invalid` at `email` where nobody has an account with it.
 */
export async function addAtRoster(
  ctx: Context,
  shiftId: string,
  came: CameAnyway,
): Promise<'person' | 'guest'> {
  personOf(ctx);
  if (came.email === '') {
    await addGuest(ctx, shiftId, came.name);
    return 'guest';
  }
  await inTransaction(ctx, (ctx) => addPerson(ctx, shiftId, came.email));
  return 'person';
}

/** Who has an account is answered at the gate alone: at any other time the same is said whether there is one or not. */
function noAccount(shift: LoadedShift, now: Date): DomainError {
  return mayCheckInAt(shift, now)
    ? new DomainError('invalid', { field: 'email', reason: 'volunteering.no-such-account' })
    : new DomainError('wrong-state', { reason: 'volunteering.check-in-closed' });
}

async function addPerson(ctx: TransactionContext, shiftId: string, email: string): Promise<void> {
  const shift = await loadForList(ctx, shiftId);
  const by = personOf(ctx);
  const personId = await personByEmail(ctx, email);
  if (!personId) throw noAccount(shift, ctx.clock.now());
  if (personId === by) throw new DomainError('forbidden', { reason: 'volunteering.own-hours' });
  const row = await ctx.prisma.signUp.findUnique({ where: { shiftId_personId: { shiftId, personId } } });
  const seen = { personId, row, at: ctx.clock.now(), by, outside: 'volunteering.check-in-closed' } as const;
  const { answer } = await recordComing(ctx, shift, seen);
  // Who never signed up hears that a list says they came, and can object.
  if (answer === 'walked-in')
    await tellOfShift(ctx, { type: 'volunteer.added', shift, volunteerId: personId });
}

async function addGuest(ctx: Context, shiftId: string, name: string): Promise<void> {
  const id = newId(ctx.clock.now());
  await doOnce(ctx, 'shift.guest', async (ctx) => {
    const shift = await loadForList(ctx, shiftId);
    const addedAt = ctx.clock.now();
    if (!mayCheckInAt(shift, addedAt))
      throw new DomainError('wrong-state', { reason: 'volunteering.check-in-closed' });
    // The law wants those insured beforehand who do dangerous work: by name, and not at the gate.
    if (shift.opportunity.dangerous)
      throw new DomainError('forbidden', { reason: 'volunteering.no-guests-in-danger' });
    if ((await ctx.prisma.shiftGuest.count({ where: { shiftId } })) >= mostGuests)
      throw new DomainError('conflict', {
        reason: 'volunteering.too-many-guests',
        params: { count: mostGuests },
      });
    const sealedName = ctx.keys.seal(name);
    await ctx.prisma.shiftGuest.create({
      data: { id, shiftId, sealedName, addedBy: personOf(ctx), addedAt },
    });
    return id;
  });
}

/** Takes a guest off the list who was written down by mistake. */
export async function removeGuest(ctx: Context, shiftId: string, guestId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await loadForList(ctx, shiftId);
    const gone = await ctx.prisma.shiftGuest.deleteMany({ where: { id: guestId, shiftId } });
    if (gone.count === 0) throw new DomainError('not-found');
    await forgetDone(ctx, guestId);
  });
}

/** Empties the names of guests of shifts that are over for so many days: only how many came is kept. The clock must be believed. */
export async function forgetGuests(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - daysWithContact * 24 * 3600_000);
  const { count } = await inTransaction(ctx, (ctx) =>
    ctx.prisma.shiftGuest.updateMany({
      where: { sealedName: { not: null }, shift: { endsAt: { lt: before } } },
      data: { sealedName: null },
    }),
  );
  return count;
}

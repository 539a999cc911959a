import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { personOf } from '../../person-of';
import { displayNames } from '../../identity/index.server';
import { signUpLifecycle } from '../lifecycle';
import { loadShift, tellAsPortal, tellOfShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { ensureMayJoin, ensureOpen, joiningOf } from './may-join.server';
import type { Joining, SignUpInput } from './may-join.server';
import { activePlaces, neverCame, planOf, settleSeats } from './settle-seats.server';
import { freeSeats } from '../rules/seats';
import { signOffUntil } from '../rules/terms';
import { stepOf, transitionFrom } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

const leaving = stepOf(signUpLifecycle, 'withdraw');

/** Takes seats if they are free: one statement, so that the last seat goes to one person only. */
async function takeSeats(
  ctx: TransactionContext,
  shift: LoadedShift,
  { seats, role }: { seats: number; role: string },
): Promise<boolean> {
  const plan = planOf(shift);
  if (plan.roles.length > 0 && freeSeats(plan, await activePlaces(ctx, shift.id), role) < seats) return false;
  const taken = await ctx.sql.run(
    'UPDATE "Shift" SET "taken" = "taken" + ? WHERE "id" = ? AND "taken" + ? <= "capacity"',
    [seats, shift.id, seats],
  );
  return taken > 0;
}

/**
 * Signs the actor up: a seat while there is one, else a place on the waiting list, both in the order of arrival. Throws
 * `invalid` at `seats`, `role` or `answer`; `forbidden` where the person is too young.
 */
export async function signUp(
  ctx: Context,
  shiftId: string,
  input: SignUpInput = {},
): Promise<'confirmed' | 'waiting'> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Shift', shiftId);
    const shift = await loadShift(ctx, shiftId);
    await ensureOpen(ctx, shift);
    const before = await ctx.prisma.signUp.findUnique({
      where: { shiftId_personId: { shiftId, personId: actor.personId } },
    });
    if (before && !transitionFrom(signUpLifecycle, before.state, 'return'))
      throw new DomainError('conflict', { reason: 'volunteering.signed-up-already' });
    const joining = joiningOf(shift, input);
    await ensureMayJoin(ctx, shift, actor.personId);
    return join(ctx, { shift, personId: actor.personId, joining });
  });
}

async function join(
  ctx: TransactionContext,
  { shift, personId, joining }: { shift: LoadedShift; personId: string; joining: Joining },
): Promise<'confirmed' | 'waiting'> {
  const now = ctx.clock.now();
  const { seats, role, groupName, answers } = joining;
  const seated = await takeSeats(ctx, shift, { seats, role });
  const arrival = shift.arrivals + 1;
  await ctx.prisma.shift.update({ where: { id: shift.id }, data: { arrivals: arrival } });
  const key = { shiftId: shift.id, personId };
  const columns = {
    ...{ state: stepOf(signUpLifecycle, seated ? 'return' : 'wait-again').to, arrival },
    ...{ waitlistedAt: seated ? null : now, withdrawnAt: null, offeredUntil: null, note: null },
    ...{ seats, role, groupName, ...neverCame },
    sealedAnswers: answers.length === 0 ? null : ctx.keys.seal(JSON.stringify(answers)),
  };
  await ctx.prisma.signUp.upsert({
    where: { shiftId_personId: key },
    create: { id: newId(now), ...key, ...columns, createdAt: now },
    update: columns,
  });
  const type = seated ? 'volunteer.signed-up' : 'volunteer.waiting';
  await tellAsPortal(ctx, { type, shift, volunteerId: personId, withContact: seated });
  return seated ? 'confirmed' : 'waiting';
}

/**
 * Withdraws; the seat is offered to whoever waits. Beyond the term for signing off the organiser is told why: throws
 * `invalid` at `reason` without one, `wrong-state` once the shift has begun.
 */
export async function withdraw(ctx: Context, shiftId: string, reason = ''): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    // Two who withdraw at once would move the same person up, and a seat would stay empty.
    await lockRow(ctx, 'Shift', shiftId);
    const shift = await loadShift(ctx, shiftId);
    const now = ctx.clock.now();
    if (now >= shift.startsAt)
      throw new DomainError('wrong-state', { reason: 'volunteering.started-already' });
    const key = { shiftId, personId };
    const before = await ctx.prisma.signUp.findUnique({ where: { shiftId_personId: key } });
    const isLate = now >= signOffUntil(shift.startsAt, shift.opportunity.signOffHours) && !shift.cancelledAt;
    if (before?.state === 'confirmed' && isLate && reason.length < 2)
      throw new DomainError('invalid', { field: 'reason', reason: 'volunteering.late-needs-reason' });
    const withdrawn = await ctx.prisma.signUp.updateMany({
      where: { ...key, state: { in: leaving.from } },
      data: { state: leaving.to, withdrawnAt: now, offeredUntil: null, note: reason || null, ...neverCame },
    });
    if (withdrawn.count === 0) throw new DomainError('conflict', { reason: 'volunteering.not-signed-up' });
    const names = await displayNames(ctx, [personId]);
    const publicData = { name: names[personId] ?? '', reason };
    await tellOfShift(ctx, { type: 'volunteer.withdrew', shift, volunteerId: personId, publicData });
    await settleSeats(ctx, shiftId);
  });
}

/** Frees the person's places in shifts that have not begun; the seats are offered to whoever waits. */
export async function releaseSeats(ctx: TransactionContext, personId: string): Promise<void> {
  const now = ctx.clock.now();
  const places = await ctx.prisma.signUp.findMany({
    where: { personId, state: { in: leaving.from }, shift: { startsAt: { gt: now } } },
    orderBy: [{ shift: { startsAt: 'asc' } }, { shiftId: 'asc' }],
    select: { shiftId: true },
  });
  for (const { shiftId } of places) {
    await lockRow(ctx, 'Shift', shiftId);
    await ctx.prisma.signUp.updateMany({
      where: { shiftId, personId, state: { in: leaving.from } },
      data: { state: leaving.to, withdrawnAt: now, offeredUntil: null, ...neverCame },
    });
    const shift = await loadShift(ctx, shiftId);
    await tellOfShift(ctx, { type: 'volunteer.withdrew', shift, volunteerId: personId });
    await settleSeats(ctx, shiftId);
  }
}

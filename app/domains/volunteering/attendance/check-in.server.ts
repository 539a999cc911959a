import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { displayNames } from '../../identity/index.server';
import { isExpected, signUpLifecycle } from '../lifecycle';
import { loadShift, personOf, tellOfShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { ensureMayJoin, ensureRecruits } from '../places/may-join.server';
import { mayOrganise } from '../policy';
import { toleranceMinutes } from '../rules/hours';
import { mayCheckInAt, mayCheckOutAt } from '../rules/terms';
import { isCodeOf } from './check-in-code.server';
import { stepOf, transitionFrom } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

const accept = stepOf(signUpLifecycle, 'accept');
const walkIn = stepOf(signUpLifecycle, 'walk-in');

async function loadToday(ctx: TransactionContext, shiftId: string): Promise<LoadedShift> {
  await lockRow(ctx, 'Shift', shiftId);
  const shift = await loadShift(ctx, shiftId);
  if (shift.cancelledAt) throw new DomainError('wrong-state', { reason: 'volunteering.shift-off' });
  return shift;
}

const ensureOpen = (shift: LoadedShift, now: Date) => {
  if (!mayCheckInAt(shift, now))
    throw new DomainError('wrong-state', { reason: 'volunteering.check-in-closed' });
};

export interface CodeGiven {
  code: string;
  /** The person has not signed up, and comes all the same. */
  walkIn?: boolean;
}

/**
 * Checks the actor in by the code on the organiser's screen. Once checked in, the same again changes nothing. Who has not
 * signed up may be recorded as having walked in, by the same conditions as for signing up. Throws `invalid` at `code` for
 * a wrong or old one.
 */
export async function checkIn(ctx: Context, shiftId: string, given: CodeGiven): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const shift = await loadToday(ctx, shiftId);
    if (!isCodeOf(ctx, shiftId, given.code))
      throw new DomainError('invalid', { field: 'code', reason: 'volunteering.wrong-code' });
    const now = ctx.clock.now();
    const key = { shiftId, personId };
    const row = await ctx.prisma.signUp.findUnique({ where: { shiftId_personId: key } });
    const isOffered = row && transitionFrom(signUpLifecycle, row.state, 'accept');
    if (row && (isOffered ?? isExpected(row.state))) {
      if (row.checkedInAt) return;
      ensureOpen(shift, now);
      const taken = isOffered ? { state: accept.to, offeredUntil: null } : {};
      await ctx.prisma.signUp.update({ where: { id: row.id }, data: { ...taken, checkedInAt: now } });
      return;
    }
    ensureOpen(shift, now);
    if (!given.walkIn) throw new DomainError('conflict', { reason: 'volunteering.not-signed-up-here' });
    await recordWalkIn(ctx, shift, { personId, state: row?.state ?? null });
  });
}

/** Without a seat: those are for whoever signed up. */
async function recordWalkIn(
  ctx: TransactionContext,
  shift: LoadedShift,
  { personId, state }: { personId: string; state: string | null },
): Promise<void> {
  const now = ctx.clock.now();
  if (state !== null && !transitionFrom(signUpLifecycle, state, 'walk-in'))
    throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  await ensureRecruits(ctx, shift);
  await ensureMayJoin(ctx, shift, personId);
  const key = { shiftId: shift.id, personId };
  const columns = {
    ...{ state: walkIn.to, seats: 0, walkIn: true, checkedInAt: now },
    ...{ waitlistedAt: null, withdrawnAt: null, offeredUntil: null },
  };
  await ctx.prisma.signUp.upsert({
    where: { shiftId_personId: key },
    create: { id: newId(now), ...key, ...columns, createdAt: now },
    update: columns,
  });
  const names = await displayNames(ctx, [personId]);
  const publicData = { name: names[personId] ?? '' };
  await tellOfShift(ctx, { type: 'volunteer.walked-in', shift, volunteerId: personId, publicData });
}

/** Checks the actor out by the code. The first time of leaving holds. */
export async function checkOut(ctx: Context, shiftId: string, code: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const shift = await loadToday(ctx, shiftId);
    if (!isCodeOf(ctx, shiftId, code))
      throw new DomainError('invalid', { field: 'code', reason: 'volunteering.wrong-code' });
    const row = await ctx.prisma.signUp.findUnique({
      where: { shiftId_personId: { shiftId, personId } },
    });
    if (!row?.checkedInAt || !isExpected(row.state))
      throw new DomainError('conflict', { reason: 'volunteering.not-checked-in' });
    if (row.checkedOutAt) return;
    await leave(ctx, shift, row.id);
  });
}

async function leave(ctx: TransactionContext, shift: LoadedShift, signUpId: string): Promise<void> {
  const now = ctx.clock.now();
  if (!mayCheckOutAt(shift, now, toleranceMinutes))
    throw new DomainError('wrong-state', { reason: 'volunteering.check-out-closed' });
  await ctx.prisma.signUp.update({ where: { id: signUpId }, data: { checkedOutAt: now } });
}

/** The organiser ticks the list: came, or left. Ticking twice changes nothing. */
export async function tickOnList(ctx: Context, signUpId: string, what: 'in' | 'out'): Promise<void> {
  const organiserId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const found = await ctx.prisma.signUp.findUnique({ where: { id: signUpId }, select: { shiftId: true } });
    if (!found) throw new DomainError('not-found');
    const shift = await loadToday(ctx, found.shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    const row = await ctx.prisma.signUp.findUniqueOrThrow({ where: { id: signUpId } });
    if (row.personId === organiserId)
      throw new DomainError('forbidden', { reason: 'volunteering.own-hours' });
    if (!isExpected(row.state)) throw new DomainError('conflict', { reason: 'volunteering.not-signed-up' });
    if (what === 'out') {
      if (!row.checkedInAt) throw new DomainError('conflict', { reason: 'volunteering.not-checked-in' });
      if (!row.checkedOutAt) await leave(ctx, shift, signUpId);
      return;
    }
    if (row.checkedInAt) return;
    ensureOpen(shift, ctx.clock.now());
    await ctx.prisma.signUp.update({
      where: { id: signUpId },
      data: { checkedInAt: ctx.clock.now(), checkedInBy: organiserId },
    });
  });
}

import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { displayNames, erasedAmong } from '../../identity/index.server';
import { comesBy, isExpected, signUpLifecycle } from '../lifecycle';
import { tellOfShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { ensureMayJoin, ensureRecruits } from '../places/may-join.server';
import { toleranceMinutes } from '../rules/hours';
import { isEarlier } from '../rules/offline-ticks';
import { mayCheckInAt, mayCheckOutAt } from '../rules/terms';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';
import type { Prisma } from '~/platform/db/database.server';

const accept = stepOf(signUpLifecycle, 'accept');
const walkIn = stepOf(signUpLifecycle, 'walk-in');

export type Row = Prisma.SignUpGetPayload<object>;

/** Somebody who came or left, whoever says so: the person by the code, or an organiser by the list. */
export interface Seen {
  personId: string;
  row: Row | null;
  at: Date;
  /** The organiser who ticks; null by the code. */
  by: string | null;
  /** Why a time outside of the shift is refused. */
  outside: 'volunteering.check-in-closed' | 'volunteering.check-out-closed' | 'volunteering.ticked-outside';
}

/** Recorded; on record already; recorded as walked in, without a seat; and the row as it stands then. */
export interface Recorded {
  answer: 'done' | 'already' | 'walked-in';
  row: Row;
}

/** Hours that a second person confirmed stand: what comes in later changes nothing beneath them. */
const hasHours = (row: Row): boolean => row.confirmedAt !== null && (row.minutes ?? 0) > 0;

/**
 * Records that somebody came, by one rule for the code, the organiser's list and the list without network: who has a seat
 * or is offered one takes it by coming, anybody else walks in by the conditions of signing up. The earliest time holds.
 * The row is held by the shift's lock. What is refused is refused before anything is written.
 */
export async function recordComing(
  ctx: TransactionContext,
  shift: LoadedShift,
  seen: Seen,
): Promise<Recorded> {
  const { row, at, by } = seen;
  const way = comesBy(row?.state ?? null);
  if (row && hasHours(row)) return { answer: 'already', row };
  if (row && way !== 'walk-in' && !isEarlier(at, row.checkedInAt)) return { answer: 'already', row };
  if (!mayCheckInAt(shift, at)) throw new DomainError('wrong-state', { reason: seen.outside });
  if (!row || way === 'walk-in') return { answer: 'walked-in', row: await recordWalkIn(ctx, shift, seen) };
  const taken = way === 'offer' ? { state: accept.to, offeredUntil: null, waitlistedAt: null } : {};
  const data = { ...taken, checkedInAt: at, checkedInBy: by };
  return { answer: 'done', row: await ctx.prisma.signUp.update({ where: { id: row.id }, data }) };
}

/** Without a seat: those are for whoever signed up. */
async function recordWalkIn(ctx: TransactionContext, shift: LoadedShift, seen: Seen): Promise<Row> {
  const { personId, at: checkedInAt, by: checkedInBy } = seen;
  await ensureRecruits(ctx, shift);
  // Whose account was closed meanwhile has no row to come back to.
  if ((await erasedAmong(ctx, [personId])).has(personId))
    throw new DomainError('wrong-state', { reason: 'volunteering.account-closed' });
  await ensureMayJoin(ctx, shift, personId);
  const now = ctx.clock.now();
  const key = { shiftId: shift.id, personId };
  const columns = {
    ...{ state: walkIn.to, seats: 0, walkIn: true, checkedInAt, checkedInBy },
    ...{ waitlistedAt: null, withdrawnAt: null, offeredUntil: null },
  };
  const row = await ctx.prisma.signUp.upsert({
    where: { shiftId_personId: key },
    create: { id: newId(now), ...key, ...columns, createdAt: now },
    update: columns,
  });
  const names = await displayNames(ctx, [personId]);
  const publicData = { name: names[personId] ?? '' };
  await tellOfShift(ctx, { type: 'volunteer.walked-in', shift, volunteerId: personId, publicData });
  return row;
}

/** Records that somebody left, by the same rule for all three. The first time of leaving holds. */
export async function recordLeaving(
  ctx: TransactionContext,
  shift: LoadedShift,
  { row, at, outside }: Seen,
): Promise<Recorded> {
  if (row && hasHours(row)) return { answer: 'already', row };
  if (!row?.checkedInAt || !isExpected(row.state))
    throw new DomainError('conflict', { reason: 'volunteering.not-checked-in' });
  if (!isEarlier(at, row.checkedOutAt)) return { answer: 'already', row };
  if (!mayCheckOutAt(shift, at, toleranceMinutes) || at < row.checkedInAt)
    throw new DomainError('wrong-state', { reason: outside });
  const data = { checkedOutAt: at };
  return { answer: 'done', row: await ctx.prisma.signUp.update({ where: { id: row.id }, data }) };
}

import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { signUpLifecycle } from './lifecycle';
import { mayConfirmHours } from './policy';
import { mostMinutes } from './rules/hours';
import type { Served } from './rules/hours';
import { loadShift, tellOfShift } from './sign-up.server';
import { transitionFrom } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import type { Transaction } from '~/platform/db/database.server';

export interface Attendance {
  signUpId: string;
  attended: 'yes' | 'no';
  /** In hours, as the ministry's order counts (民政部令第67号, 7). */
  hours: number;
  /** Asked for where hours that were confirmed before are changed. */
  reason: string;
}

/**
 * A second person confirms who came and for how long: actual time, at most what was planned and has passed, and a
 * tolerance; for shifts at the same time not twice. Throws
 * `forbidden` for one's own hours, `invalid` at `hours` or `reason`, `wrong-state` for a shift that was called off.
 */
export async function confirmAttendance(ctx: Context, attendance: Attendance): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await ctx.prisma.signUp.findUnique({ where: { id: attendance.signUpId } });
    if (!row) throw new DomainError('not-found');
    // Two organisers who confirm hours of one time for one person see each other's.
    await lockRow(ctx, 'Person', row.personId);
    const shift = await loadShift(ctx, row.shiftId);
    const { organisationId, areaId } = shift.opportunity;
    const volunteerOrganises = await represents(ctx, row.personId, organisationId);
    ensure(
      mayConfirmHours(ctx.actor, { organisationId, areaId, volunteerId: row.personId, volunteerOrganises }),
    );
    const now = ctx.clock.now();
    if (shift.cancelledAt) throw new DomainError('wrong-state', { reason: 'volunteering.shift-cancelled' });
    if (now < shift.startsAt) throw new DomainError('wrong-state', { reason: 'volunteering.not-started' });
    const minutes = attendance.attended === 'yes' ? Math.round(attendance.hours * 60) : 0;
    const most = mostMinutes(shift, now, await servedMeanwhile(ctx, row, shift));
    if (minutes > most) throw tooManyHours(most);
    const step = transitionFrom(
      signUpLifecycle,
      row.state,
      attendance.attended === 'yes' ? 'attend' : 'miss',
    );
    if (!step) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const state = step.to;
    const changes = row.confirmedAt !== null && (row.minutes !== minutes || row.state !== state);
    if (changes && attendance.reason.length < 4)
      throw new DomainError('invalid', { field: 'reason', reason: 'volunteering.reason-for-change' });
    const confirmed = await ctx.prisma.signUp.updateMany({
      where: { id: row.id, state: row.state, confirmedAt: row.confirmedAt },
      data: {
        state,
        minutes,
        confirmedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        confirmedAt: now,
        ...(attendance.reason === '' ? {} : { note: attendance.reason }),
      },
    });
    if (confirmed.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await tellOfShift(ctx, {
      type: 'volunteer.hours-confirmed',
      shift,
      volunteerId: row.personId,
      publicData: { hours: minutes / 60, reason: attendance.reason },
    });
  });
}

function tooManyHours(mostMinutes: number): DomainError {
  const params = { hours: Math.floor((mostMinutes / 60) * 10) / 10 };
  return new DomainError('invalid', { field: 'hours', reason: 'volunteering.too-many-hours', params });
}

/** What stands confirmed for the same person in shifts that overlap with this one. */
async function servedMeanwhile(
  tx: Transaction,
  { id, personId }: { id: string; personId: string },
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Served[]> {
  const rows = await tx.prisma.signUp.findMany({
    where: {
      ...{ id: { not: id }, personId, minutes: { gt: 0 } },
      shift: { startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
    },
    select: { minutes: true, shift: { select: { startsAt: true, endsAt: true } } },
  });
  return rows.map(({ minutes, shift }) => ({ ...shift, minutes: minutes ?? 0 }));
}

/** Whether the volunteer is one of those who organise: then a moderator may confirm, too. */
async function represents(tx: Transaction, personId: string, organisationId: string): Promise<boolean> {
  const member = await tx.prisma.organisationMember.findFirst({
    where: { personId, organisationId, mandate: { not: 'member' } },
    select: { personId: true },
  });
  return member !== null;
}

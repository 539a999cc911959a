import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { forgetDone } from '../../do-once.server';
import { inTransaction } from '../../in-transaction.server';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { activeStates } from '../lifecycle';
import { loadShift, placeOf, tellConcerned, tellOfShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { settleSeats } from '../places/settle-seats.server';
import { ensureStart } from '../opportunity.server';
import { mayOrganise } from '../policy';
import { writeRoles } from '../rules/activity-texts';
import { readRoles, roleIn } from '../rules/seats';
import { signUpUntil } from '../rules/terms';
import type { ShiftInput } from '../schema';
import { wallClockText } from '~/lib/time/local-time';
import { lockRow } from '~/platform/db/lock-row';

type ShiftFields = Pick<LoadedShift, 'startsAt' | 'endsAt' | 'capacity' | 'task' | 'place' | 'roles'>;

/** The fields of a shift as its form shows them, times by the clock of the zone. */
export const shiftFieldsOf = (shift: ShiftFields, timeZone: string) => ({
  startsAt: wallClockText(shift.startsAt, timeZone),
  endsAt: wallClockText(shift.endsAt, timeZone),
  capacity: String(shift.capacity),
  task: shift.task,
  place: shift.place,
  roles: writeRoles(readRoles(shift.roles)),
});

/** A shift that the actor organises and that has not begun, its row held. */
async function loadComing(ctx: TransactionContext, shiftId: string): Promise<LoadedShift> {
  await lockRow(ctx, 'Shift', shiftId);
  const shift = await loadShift(ctx, shiftId);
  ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
  if (shift.cancelledAt || shift.opportunity.state !== 'published')
    throw new DomainError('conflict', { reason: 'volunteering.shift-off' });
  if (ctx.clock.now() >= shift.startsAt)
    throw new DomainError('wrong-state', { reason: 'volunteering.begun-unchangeable' });
  return shift;
}

const concernedBy = (ctx: TransactionContext, shiftId: string) =>
  ctx.prisma.signUp.findMany({
    where: { shiftId, state: { in: activeStates } },
    select: { personId: true, state: true, role: true },
  });

export interface ShiftChange extends ShiftInput {
  reason?: string;
  revision?: string | undefined;
}

/**
 * Moves a shift or changes its seats and tasks. Whoever came first stays; the others wait and are offered the next shift;
 * seats that are added are offered to those who wait. Everybody concerned is told what was and what is. Throws
 * `invalid` at `startsAt` for a time that has passed, `wrong-state` once the shift has begun.
 */
export async function changeShift(ctx: Context, shiftId: string, change: ShiftChange): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await loadComing(ctx, shiftId);
    const { timeZone } = ctx.configuration;
    ensureAsShown(change.revision, shiftFieldsOf(before, timeZone));
    const now = ctx.clock.now();
    const { startsAt, endsAt, capacity, task, place = before.place } = change;
    ensureStart(ctx, startsAt);
    const isMoved = startsAt.getTime() !== before.startsAt.getTime();
    const roles = JSON.stringify(change.roles ?? readRoles(before.roles));
    const after = { ...before, startsAt, endsAt, capacity, task, place, roles };
    if (revisionOf(shiftFieldsOf(after, timeZone)) === revisionOf(shiftFieldsOf(before, timeZone))) return;
    const { signUpHours } = before.opportunity;
    await ctx.prisma.shift.update({
      where: { id: shiftId },
      data: {
        ...{ startsAt, endsAt, capacity, task, place, roles, changedAt: now },
        sequence: { increment: 1 },
        ...(isMoved && {
          signUpUntil: signUpUntil({ startsAt, now, signUpHours }),
          ...{ remindedDayAt: null, remindedHoursAt: null },
        }),
      },
    });
    await ctx.prisma.signUp.updateMany({
      where: { shiftId, state: 'offered', offeredUntil: { gt: startsAt } },
      data: { offeredUntil: startsAt },
    });
    await forgetDone(ctx, shiftId);
    await tellChange(ctx, { before, after, reason: change.reason ?? '' });
    await settleSeats(ctx, shiftId);
  });
}

interface Changed {
  before: LoadedShift;
  after: LoadedShift;
  reason: string;
}

/** What was and what is: to everybody with a place; of a removed part to each who had it. */
async function tellChange(ctx: TransactionContext, { before, after, reason }: Changed): Promise<void> {
  const wasMoved =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  const wasPlaced = placeOf(before) !== placeOf(after);
  const was = {
    ...(wasMoved && { wasStartsAt: before.startsAt, wasEndsAt: before.endsAt }),
    ...(wasPlaced && { wasPlace: placeOf(before) }),
    ...(before.task !== after.task && { wasTask: before.task }),
    ...(before.roles !== after.roles && {
      wasRoles: readRoles(before.roles),
      roles: readRoles(after.roles),
    }),
    ...(before.capacity !== after.capacity && { wasCapacity: before.capacity, capacity: after.capacity }),
    reason,
  };
  const places = await concernedBy(ctx, before.id);
  await tellConcerned(ctx, { type: 'shift.changed', shift: after, places, publicData: was });
  await tellRoleGone(ctx, { before, after, places });
  if (!wasMoved && !wasPlaced) return;
  await tellOfShift(ctx, { type: 'shift.moved', shift: after, publicData: was });
}

/** Whoever signed up for a part that is no more keeps the seat, and is told that the part is gone. */
async function tellRoleGone(
  ctx: TransactionContext,
  given: Pick<Changed, 'before' | 'after'> & { places: readonly { personId: string; role: string }[] },
): Promise<void> {
  const [was, is] = [given.before, given.after].map(({ roles }) => ({ roles: readRoles(roles) }));
  if (!was || !is) return;
  for (const { personId, role } of given.places) {
    if (roleIn(was, role) === '' || roleIn(is, role) !== '') continue;
    const told = { shift: given.after, volunteerId: personId, publicData: { wasRole: role } };
    await tellOfShift(ctx, { type: 'volunteer.role-gone', ...told });
  }
}

/** Calls one shift off, with the reason that everyone with a place in it is told. */
export async function cancelShift(ctx: Context, shiftId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const shift = await loadComing(ctx, shiftId);
    const cancelled = await ctx.prisma.shift.updateMany({
      where: { id: shiftId, cancelledAt: null },
      data: { cancelledAt: ctx.clock.now(), cancelledReason: reason, sequence: { increment: 1 } },
    });
    if (cancelled.count === 0) throw new DomainError('conflict', { reason: 'volunteering.shift-off' });
    await forgetDone(ctx, shiftId);
    const concerned = await concernedBy(ctx, shiftId);
    const volunteerIds = concerned.map(({ personId }) => personId);
    await tellOfShift(ctx, { type: 'shift.cancelled', shift, volunteerIds, publicData: { reason } });
  });
}

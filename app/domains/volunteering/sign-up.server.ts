import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { volunteeringEvents } from './events';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

type VolunteeringEvent = keyof typeof volunteeringEvents;

export async function loadShift(tx: Transaction, shiftId: string) {
  const shift = await tx.prisma.shift.findUnique({ where: { id: shiftId }, include: { opportunity: true } });
  if (!shift) throw new DomainError('not-found');
  return shift;
}
export type LoadedShift = Awaited<ReturnType<typeof loadShift>>;

export async function tellOfShift(
  tx: Transaction,
  ctx: Context,
  event: {
    type: VolunteeringEvent;
    shift: LoadedShift;
    volunteerId: string;
    publicData?: Record<string, unknown>;
  },
): Promise<void> {
  const { opportunity } = event.shift;
  await appendEvent(tx, ctx, volunteeringEvents, {
    type: event.type,
    subjectKind: 'opportunity',
    subjectId: opportunity.id,
    areaId: opportunity.areaId,
    publicData: { title: opportunity.title, startsAt: event.shift.startsAt, ...event.publicData },
    privateData: { volunteerId: event.volunteerId, organisationId: opportunity.organisationId },
  });
}

/** Takes a seat if one is free: one statement, so that the last seat goes to one person only. */
async function takeSeat(tx: Transaction, shiftId: string): Promise<boolean> {
  return (
    (await tx.sql.run('UPDATE "Shift" SET "taken" = "taken" + 1 WHERE "id" = ? AND "taken" < "capacity"', [
      shiftId,
    ])) > 0
  );
}

/** Signs the actor up: a seat while there is one, else a place on the waiting list. */
export async function signUp(ctx: Context, shiftId: string): Promise<'confirmed' | 'waiting'> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  if (!actor.emailConfirmed) throw new DomainError('forbidden', { reason: 'confirm-address-first' });
  return ctx.database.transaction(async (tx) => {
    await lockRow(tx, 'Shift', shiftId);
    const shift = await loadShift(tx, shiftId);
    const now = ctx.clock.now();
    if (shift.cancelledAt || shift.opportunity.state !== 'published' || now >= shift.signUpUntil) {
      throw new DomainError('wrong-state', { reason: 'volunteering.sign-up-over' });
    }
    const key = { shiftId, personId: actor.personId };
    const before = await tx.prisma.signUp.findUnique({ where: { shiftId_personId: key } });
    if (before && before.state !== 'withdrawn')
      throw new DomainError('conflict', { reason: 'volunteering.signed-up-already' });
    const state = (await takeSeat(tx, shiftId)) ? ('confirmed' as const) : ('waiting' as const);
    const columns = { state, waitlistedAt: state === 'waiting' ? now : null, withdrawnAt: null };
    await tx.prisma.signUp.upsert({
      where: { shiftId_personId: key },
      create: { id: newId(now), ...key, ...columns, createdAt: now },
      update: columns,
    });
    const type = state === 'confirmed' ? 'volunteer.signed-up' : 'volunteer.waiting';
    await tellOfShift(
      tx,
      { ...ctx, actor: { kind: 'system' } },
      { type, shift, volunteerId: actor.personId },
    );
    return state;
  });
}

/** Withdraws; the first who waits moves up into the seat. */
export async function withdraw(ctx: Context, shiftId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  await ctx.database.transaction(async (tx) => {
    // Two who withdraw at once would move the same person up, and a seat would stay empty.
    await lockRow(tx, 'Shift', shiftId);
    const shift = await loadShift(tx, shiftId);
    const now = ctx.clock.now();
    if (now >= shift.startsAt)
      throw new DomainError('wrong-state', { reason: 'volunteering.started-already' });
    const key = { shiftId, personId: actor.personId };
    const before = await tx.prisma.signUp.findUnique({ where: { shiftId_personId: key } });
    const withdrawn = await tx.prisma.signUp.updateMany({
      where: { ...key, state: { in: ['confirmed', 'waiting'] } },
      data: { state: 'withdrawn', withdrawnAt: now },
    });
    if (withdrawn.count === 0) throw new DomainError('conflict', { reason: 'volunteering.not-signed-up' });
    await tellOfShift(tx, ctx, { type: 'volunteer.withdrew', shift, volunteerId: actor.personId });
    if (before?.state === 'confirmed') await moveUp(tx, ctx, shift);
  });
}

/** The seat that became free goes to whoever waits longest, or back to the shift. */
async function moveUp(tx: Transaction, ctx: Context, shift: LoadedShift): Promise<void> {
  const first = await tx.prisma.signUp.findFirst({
    where: { shiftId: shift.id, state: 'waiting' },
    orderBy: [{ waitlistedAt: 'asc' }, { id: 'asc' }],
  });
  if (!first) {
    await tx.sql.run('UPDATE "Shift" SET "taken" = "taken" - 1 WHERE "id" = ? AND "taken" > 0', [shift.id]);
    return;
  }
  await tx.prisma.signUp.update({
    where: { id: first.id },
    data: { state: 'confirmed', waitlistedAt: null },
  });
  await tellOfShift(tx, ctx, { type: 'volunteer.moved-up', shift, volunteerId: first.personId });
}

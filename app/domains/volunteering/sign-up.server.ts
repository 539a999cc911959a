import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { isInService } from '../organisations/index.server';
import { volunteeringEvents } from './events';
import { signUpLifecycle } from './lifecycle';
import { stepOf, transitionFrom } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

const leaving = stepOf(signUpLifecycle, 'withdraw');

type VolunteeringEvent = keyof typeof volunteeringEvents;

export async function loadShift(tx: Transaction, shiftId: string) {
  const shift = await tx.prisma.shift.findUnique({ where: { id: shiftId }, include: { opportunity: true } });
  if (!shift) throw new DomainError('not-found');
  return shift;
}
export type LoadedShift = Awaited<ReturnType<typeof loadShift>>;

export async function tellOfShift(
  ctx: TransactionContext,
  event: {
    type: VolunteeringEvent;
    shift: LoadedShift;
    volunteerId: string;
    publicData?: Record<string, unknown>;
  },
): Promise<void> {
  const { opportunity } = event.shift;
  await appendEvent(ctx, volunteeringEvents, {
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
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Shift', shiftId);
    const shift = await loadShift(ctx, shiftId);
    const now = ctx.clock.now();
    if (shift.cancelledAt || shift.opportunity.state !== 'published' || now >= shift.signUpUntil) {
      throw new DomainError('wrong-state', { reason: 'volunteering.sign-up-over' });
    }
    if (!(await isInService(ctx.prisma, shift.opportunity.organisationId)))
      throw new DomainError('wrong-state', { reason: 'volunteering.organiser-inactive' });
    const key = { shiftId, personId: actor.personId };
    const before = await ctx.prisma.signUp.findUnique({ where: { shiftId_personId: key } });
    if (before && !transitionFrom(signUpLifecycle, before.state, 'return'))
      throw new DomainError('conflict', { reason: 'volunteering.signed-up-already' });
    const seated = await takeSeat(ctx, shiftId);
    const state = stepOf(signUpLifecycle, seated ? 'return' : 'wait-again').to;
    const columns = { state, waitlistedAt: seated ? null : now, withdrawnAt: null };
    await ctx.prisma.signUp.upsert({
      where: { shiftId_personId: key },
      create: { id: newId(now), ...key, ...columns, createdAt: now },
      update: columns,
    });
    const type = seated ? 'volunteer.signed-up' : 'volunteer.waiting';
    await tellOfShift({ ...ctx, actor: { kind: 'system' } }, { type, shift, volunteerId: actor.personId });
    return seated ? 'confirmed' : 'waiting';
  });
}

/** Withdraws; the first who waits moves up into the seat. */
export async function withdraw(ctx: Context, shiftId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  await inTransaction(ctx, async (ctx) => {
    // Two who withdraw at once would move the same person up, and a seat would stay empty.
    await lockRow(ctx, 'Shift', shiftId);
    const shift = await loadShift(ctx, shiftId);
    const now = ctx.clock.now();
    if (now >= shift.startsAt)
      throw new DomainError('wrong-state', { reason: 'volunteering.started-already' });
    const key = { shiftId, personId: actor.personId };
    const before = await ctx.prisma.signUp.findUnique({ where: { shiftId_personId: key } });
    const withdrawn = await ctx.prisma.signUp.updateMany({
      where: { ...key, state: { in: leaving.from } },
      data: { state: leaving.to, withdrawnAt: now },
    });
    if (withdrawn.count === 0) throw new DomainError('conflict', { reason: 'volunteering.not-signed-up' });
    await tellOfShift(ctx, { type: 'volunteer.withdrew', shift, volunteerId: actor.personId });
    if (before?.state === 'confirmed') await moveUp(ctx, shift);
  });
}

/** Never an erased or suspended person. */
const firstWaiting = `SELECT s."id", s."personId" FROM "SignUp" s JOIN "Person" p ON p."id" = s."personId"
  WHERE s."shiftId" = ? AND s."state" = 'waiting' AND p."suspendedAt" IS NULL
  ORDER BY s."waitlistedAt", s."id" LIMIT 1`;

/** Frees the person's places in shifts that have not begun; who waits moves up. */
export async function releaseSeats(ctx: TransactionContext, personId: string): Promise<void> {
  const now = ctx.clock.now();
  const places = await ctx.prisma.signUp.findMany({
    where: { personId, state: { in: leaving.from }, shift: { startsAt: { gt: now } } },
    orderBy: { shiftId: 'asc' },
    select: { shiftId: true },
  });
  for (const { shiftId } of places) {
    await lockRow(ctx, 'Shift', shiftId);
    const held = { shiftId_personId: { shiftId, personId } };
    const { state } = await ctx.prisma.signUp.findUniqueOrThrow({ where: held });
    await ctx.prisma.signUp.update({ where: held, data: { state: leaving.to, withdrawnAt: now } });
    const shift = await loadShift(ctx, shiftId);
    await tellOfShift(ctx, { type: 'volunteer.withdrew', shift, volunteerId: personId });
    if (state === 'confirmed') await moveUp(ctx, shift);
  }
}

/** The seat that became free goes to whoever waits longest, or back to the shift. */
async function moveUp(ctx: TransactionContext, shift: LoadedShift): Promise<void> {
  const [first] = await ctx.sql.all<{ id: string; personId: string }>(firstWaiting, [shift.id]);
  if (!first) {
    await ctx.sql.run('UPDATE "Shift" SET "taken" = "taken" - 1 WHERE "id" = ? AND "taken" > 0', [shift.id]);
    return;
  }
  await ctx.prisma.signUp.update({
    where: { id: first.id },
    data: { state: stepOf(signUpLifecycle, 'move-up').to, waitlistedAt: null },
  });
  await tellOfShift(ctx, { type: 'volunteer.moved-up', shift, volunteerId: first.personId });
}

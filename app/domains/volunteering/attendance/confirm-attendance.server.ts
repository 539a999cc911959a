import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { signUpLifecycle } from '../lifecycle';
import { loadShift, tellOfShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { mayConfirmHours } from '../policy';
import { hoursOf, hoursWithin, mostMinutes, recordedMinutes } from '../rules/hours';
import type { Served } from '../rules/hours';
import { actingMembers } from '../../organisations/index.server';
import { transitionFrom } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';
import type { Transaction } from '~/platform/db/database.server';

export interface Attendance {
  signUpId: string;
  /** Excused: was not there, for a reason that counts. */
  attended: 'yes' | 'no' | 'excused';
  /** In hours, as the ministry's order counts (民政部令第67号, 7). */
  hours: number;
  /** Asked for where hours that were confirmed before are changed, or are more than was recorded. */
  reason: string;
}

/**
 * A second person confirms who came and for how long: actual time, at most what was planned and has passed, and a
 * tolerance; for shifts at the same time not twice. Throws
 * `forbidden` for one's own hours, `invalid` at `hours` or `reason`, `wrong-state` for a shift that was called off.
 */
export async function confirmAttendance(ctx: Context, attendance: Attendance): Promise<void> {
  await inTransaction(ctx, (ctx) => confirmOne(ctx, attendance));
}

type Row = NonNullable<Awaited<ReturnType<typeof loadRow>>>;
const loadRow = (tx: Transaction, id: string) => tx.prisma.signUp.findUnique({ where: { id } });

async function confirmOne(ctx: TransactionContext, attendance: Attendance): Promise<void> {
  const found = await loadRow(ctx, attendance.signUpId);
  if (!found) throw new DomainError('not-found');
  // Two organisers who confirm hours of one time for one person see each other's.
  await lockRow(ctx, 'Person', found.personId);
  const row = (await loadRow(ctx, attendance.signUpId)) ?? found;
  const shift = await loadShift(ctx, row.shiftId);
  await confirmRow(ctx, { row, around: await aroundRows(ctx, shift, [row]) }, attendance);
}

/** What stands around sign-ups of a shift, read for all of them at once. */
export async function aroundRows(ctx: TransactionContext, shift: LoadedShift, rows: readonly Row[]) {
  const personIds = rows.map(({ personId }) => personId);
  return {
    shift,
    organisers: await organisersAmong(ctx, personIds, shift.opportunity.organisationId),
    served: await servedMeanwhile(ctx, personIds, shift),
  };
}
export type AroundRows = Awaited<ReturnType<typeof aroundRows>>;

/** As `confirmAttendance`, of one row whose person is held, within a transaction. */
export async function confirmRow(
  ctx: TransactionContext,
  { row, around }: { row: Row; around: AroundRows },
  attendance: Omit<Attendance, 'signUpId'>,
): Promise<void> {
  ensureMayConfirm(ctx, around, row.personId);
  // What a moderator is asked, or has decided, is no longer for those of whom somebody complained.
  if (row.appealedAt) throw new DomainError('forbidden', { reason: 'volunteering.record-appealed' });
  await recordHours(ctx, { row, around }, attendance);
}

/** Records what was confirmed, whoever may confirm it, with the bounds that hold for all. */
export async function recordHours(
  ctx: TransactionContext,
  { row, around }: { row: Row; around: AroundRows },
  attendance: Omit<Attendance, 'signUpId'>,
): Promise<void> {
  const { shift } = around;
  const now = ctx.clock.now();
  if (shift.cancelledAt) throw new DomainError('wrong-state', { reason: 'volunteering.shift-cancelled' });
  if (now < shift.startsAt) throw new DomainError('wrong-state', { reason: 'volunteering.not-started' });
  const minutes = attendance.attended === 'yes' ? Math.round(attendance.hours * 60) : 0;
  const most = mostMinutes(shift, now, around.served.get(row.personId));
  if (minutes > most) throw tooManyHours(most);
  const { attended } = attendance;
  const step = transitionFrom(
    signUpLifecycle,
    row.state,
    attended === 'yes' ? 'attend' : attended === 'no' ? 'miss' : 'excuse',
  );
  if (!step) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  ensureReason({ row, shift, minutes, state: step.to }, attendance.reason);
  await writeHours(ctx, row, { to: step.to, minutes, reason: attendance.reason });
  await tellOfShift(ctx, {
    type: 'volunteer.hours-confirmed',
    shift,
    volunteerId: row.personId,
    publicData: { hours: hoursOf(minutes), reason: attendance.reason },
  });
}

function ensureMayConfirm(
  ctx: TransactionContext,
  { shift, organisers }: AroundRows,
  volunteerId: string,
): void {
  const { organisationId, areaId } = shift.opportunity;
  const volunteerOrganises = organisers.has(volunteerId);
  ensure(mayConfirmHours(ctx.actor, { organisationId, areaId, volunteerId, volunteerOrganises }));
}

/** A reason is asked for what was confirmed otherwise before, and for more than coming and leaving show. */
function ensureReason(
  { row, shift, minutes, state }: { row: Row; shift: LoadedShift; minutes: number; state: string },
  reason: string,
): void {
  if (reason.length >= 4) return;
  const changes = row.confirmedAt !== null && (row.minutes !== minutes || row.state !== state);
  if (changes)
    throw new DomainError('invalid', { field: 'reason', reason: 'volunteering.reason-for-change' });
  const recorded = recordedMinutes(shift, row) ?? (row.checkedInAt ? 0 : null);
  if (recorded !== null && minutes > recorded && row.confirmedAt === null)
    throw new DomainError('invalid', {
      field: 'reason',
      reason: 'volunteering.more-than-recorded',
      params: { hours: hoursWithin(recorded) },
    });
}

async function writeHours(
  ctx: TransactionContext,
  row: Row,
  { to, minutes, reason }: { to: string; minutes: number; reason: string },
): Promise<void> {
  const now = ctx.clock.now();
  const by = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const answered = row.objectedAt !== null && row.objectionAnsweredAt === null;
  const confirmed = await ctx.prisma.signUp.updateMany({
    where: { id: row.id, state: row.state, confirmedAt: row.confirmedAt },
    data: {
      ...{ state: to, minutes, confirmedBy: by, confirmedAt: now },
      ...(reason === '' ? {} : { note: reason }),
      ...(answered && { objectionAnswer: reason, objectionAnsweredAt: now, objectionAnsweredBy: by }),
    },
  });
  if (confirmed.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

function tooManyHours(mostMinutes: number): DomainError {
  const params = { hours: hoursWithin(mostMinutes) };
  return new DomainError('invalid', { field: 'hours', reason: 'volunteering.too-many-hours', params });
}

/** What stands confirmed for each of the persons in shifts that overlap with this one. */
async function servedMeanwhile(
  tx: Transaction,
  personIds: readonly string[],
  { id, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date },
): Promise<ReadonlyMap<string, Served[]>> {
  const rows = await tx.prisma.signUp.findMany({
    where: {
      ...{ shiftId: { not: id }, personId: { in: [...personIds] }, minutes: { gt: 0 } },
      shift: { startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
    },
    select: { personId: true, minutes: true, shift: { select: { startsAt: true, endsAt: true } } },
  });
  const served = new Map<string, Served[]>();
  for (const { personId, minutes, shift } of rows)
    served.set(personId, [...(served.get(personId) ?? []), { ...shift, minutes: minutes ?? 0 }]);
  return served;
}

/** Of the volunteers those who organise themselves: of them a moderator may confirm, too. */
async function organisersAmong(
  ctx: ReadContext,
  personIds: readonly string[],
  organisationId: string,
): Promise<ReadonlySet<string>> {
  const members = await actingMembers(ctx, organisationId);
  return new Set(members.filter((personId) => personIds.includes(personId)));
}

import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { comesBy } from '../lifecycle';
import { loadShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { mayCheckInAt } from '../rules/terms';
import { isCodeOf } from './check-in-code.server';
import { recordComing, recordLeaving } from './record-coming.server';
import type { Row } from './record-coming.server';
import { lockRow } from '~/platform/db/lock-row';

const checkInClosed = 'volunteering.check-in-closed';
const checkOutClosed = 'volunteering.check-out-closed';

async function loadToday(ctx: TransactionContext, shiftId: string): Promise<LoadedShift> {
  await lockRow(ctx, 'Shift', shiftId);
  const shift = await loadShift(ctx, shiftId);
  if (shift.cancelledAt) throw new DomainError('wrong-state', { reason: 'volunteering.shift-off' });
  return shift;
}

/** The shift, held, with the actor's own row, where the code is right. */
async function loadByCode(ctx: TransactionContext, shiftId: string, code: string) {
  const personId = personOf(ctx);
  const shift = await loadToday(ctx, shiftId);
  if (!isCodeOf(ctx, shiftId, code))
    throw new DomainError('invalid', { field: 'code', reason: 'volunteering.wrong-code' });
  const row: Row | null = await ctx.prisma.signUp.findUnique({
    where: { shiftId_personId: { shiftId, personId } },
  });
  return { shift, seen: { personId, row, at: ctx.clock.now(), by: null } };
}

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
  personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const { shift, seen } = await loadByCode(ctx, shiftId, given.code);
    const walksIn = comesBy(seen.row?.state ?? null) === 'walk-in';
    if (walksIn && !given.walkIn && mayCheckInAt(shift, seen.at))
      throw new DomainError('conflict', { reason: 'volunteering.not-signed-up-here' });
    await recordComing(ctx, shift, { ...seen, outside: checkInClosed });
  });
}

/** Checks the actor out by the code. The first time of leaving holds. */
export async function checkOut(ctx: Context, shiftId: string, code: string): Promise<void> {
  personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const { shift, seen } = await loadByCode(ctx, shiftId, code);
    await recordLeaving(ctx, shift, { ...seen, outside: checkOutClosed });
  });
}

/** The organiser ticks the list: came, or left. Ticking twice changes nothing. */
export async function tickOnList(ctx: Context, signUpId: string, what: 'in' | 'out'): Promise<void> {
  const by = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const found = await ctx.prisma.signUp.findUnique({ where: { id: signUpId }, select: { shiftId: true } });
    if (!found) throw new DomainError('not-found');
    const shift = await loadToday(ctx, found.shiftId);
    ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
    const row = await ctx.prisma.signUp.findUniqueOrThrow({ where: { id: signUpId } });
    const { personId } = row;
    if (personId === by) throw new DomainError('forbidden', { reason: 'volunteering.own-hours' });
    const seen = { personId, row, at: ctx.clock.now(), by };
    await (what === 'in'
      ? recordComing(ctx, shift, { ...seen, outside: checkInClosed })
      : recordLeaving(ctx, shift, { ...seen, outside: checkOutClosed }));
  });
}

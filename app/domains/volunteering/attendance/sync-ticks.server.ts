import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { loadShift } from '../load-shift.server';
import type { LoadedShift } from '../load-shift.server';
import { mayOrganise } from '../policy';
import { inOrder, instantOf } from '../rules/offline-ticks';
import type { Tick } from '../rules/offline-ticks';
import { recordComing, recordLeaving } from './record-coming.server';
import type { Recorded, Row } from './record-coming.server';
import { inSteps } from '~/platform/db/lists/in-steps';
import { lockRow } from '~/platform/db/lock-row';

export interface TickAnswer {
  signUpId: string;
  what: Tick['what'];
  /** What was recorded, or why it could not be. */
  answer: Recorded['answer'] | DomainError;
}

export interface TicksSent {
  /** When they were sent, by the clock of the device. */
  sentAt: Date;
  ticks: readonly Tick[];
}

/** Ticks of one transaction: who checks in by the code meanwhile waits for so many at most. */
const together = 50;

/**
 * Takes what organisers ticked without network, each tick by itself: one that cannot be recorded is answered with why and
 * holds up no other. The same sent again, from two devices or in another order, comes to the same record: the earliest
 * time holds, so that what a part of them left stands when the rest fails. Throws `forbidden` to those who do not organise.
 */
export async function syncTicks(ctx: Context, shiftId: string, sent: TicksSent): Promise<TickAnswer[]> {
  personOf(ctx);
  const now = ctx.clock.now();
  const rows = inOrder(sent.ticks).map((tick) => ({ ...tick, at: instantOf(tick.at, sent.sentAt, now) }));
  // Nothing was ticked: who may not organise hears it all the same.
  if (rows.length === 0) return inTransaction(ctx, (ctx) => recordTicks(ctx, shiftId, []));
  const opening = {
    engine: ctx.database.engine,
    transaction: <Result>(work: (within: TransactionContext) => Promise<Result>) => inTransaction(ctx, work),
  };
  const answers = await inSteps(opening, {
    rows,
    size: together,
    work: (within, ticks) => recordTicks(within, shiftId, ticks),
  });
  return answers.flat();
}

async function recordTicks(
  ctx: TransactionContext,
  shiftId: string,
  ticks: readonly Tick[],
): Promise<TickAnswer[]> {
  await lockRow(ctx, 'Shift', shiftId);
  const shift = await loadShift(ctx, shiftId);
  ensure(mayOrganise(ctx.actor, shift.opportunity.organisationId));
  const wanted = [...new Set(ticks.map(({ signUpId }) => signUpId))];
  const found = await ctx.prisma.signUp.findMany({ where: { shiftId, id: { in: wanted } } });
  const rows = new Map(found.map((row) => [row.id, row]));
  const answers: TickAnswer[] = [];
  for (const tick of ticks) {
    const { signUpId, what } = tick;
    const recorded = await recordTick(ctx, shift, { tick, row: rows.get(signUpId) }).catch(refusalIn);
    if (!(recorded instanceof DomainError)) rows.set(signUpId, recorded.row);
    answers.push({ signUpId, what, answer: recorded instanceof DomainError ? recorded : recorded.answer });
  }
  return answers;
}

/** What is refused was refused before anything was written: the rest goes on. */
function refusalIn(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}

/** By the shift as it is now: where it was moved meanwhile, the tick belongs to a time at which it is not. */
async function recordTick(
  ctx: TransactionContext,
  shift: LoadedShift,
  { tick, row }: { tick: Tick; row: Row | undefined },
): Promise<Recorded> {
  if (!row) throw new DomainError('not-found', { reason: 'volunteering.not-on-this-list' });
  if (shift.cancelledAt) throw new DomainError('wrong-state', { reason: 'volunteering.shift-off' });
  const by = personOf(ctx);
  const { personId } = row;
  if (personId === by) throw new DomainError('forbidden', { reason: 'volunteering.own-hours' });
  const seen = { personId, row, at: tick.at, by, outside: 'volunteering.ticked-outside' } as const;
  return tick.what === 'in' ? recordComing(ctx, shift, seen) : recordLeaving(ctx, shift, seen);
}

import type { TransactionContext } from '../../context';
import { limitFor, openCalendar } from './deadline-settings.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { handlingArea } from '../steps/move-work-order.server';
import type { Clock, LimitUnit } from '../rules/deadlines/clock';
import { readClock } from '../rules/deadlines/clock';
import { escalationSteps } from '../rules/deadlines/escalation';
import { dispatchHours } from '../rules/deadlines/limits';
import type { OwnSource } from '../rules/deadlines/limits';
import type { WorkingCalendar } from '../rules/deadlines/working-calendar';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

export const clockKinds = ['dispatch', 'response', 'resolution'] as const;
export type ClockKind = (typeof clockKinds)[number];

export interface ClockRow {
  startedAt: Date;
  amount: number | null;
  unit: string | null;
  extendedBy: number;
  fixedDueAt: Date | null;
}

/** A row and the order's standstills, as the rules read them. */
export function clockOf(
  row: ClockRow,
  suspensions: readonly { startedAt: Date; until: Date; endedAt: Date | null }[],
): Clock {
  return {
    startedAt: row.startedAt,
    limit: row.amount === null ? null : { amount: row.amount, unit: row.unit as LimitUnit },
    fixedDueAt: row.fixedDueAt,
    extendedBy: row.extendedBy,
    standstills: suspensions.map(({ startedAt, until, endedAt }) => ({
      from: startedAt,
      to: endedAt ?? until,
    })),
  };
}

/** When the clock runs out, and when its next step of escalation after `from` falls due. */
export function timesOf(
  calendar: WorkingCalendar,
  clock: Clock,
  about: { areaId: string; from: Date; done?: ReadonlySet<string> },
) {
  const { dueAt } = readClock(calendar, clock, about.from);
  const steps = escalationSteps(calendar, clock, { dueAt, areaId: about.areaId });
  const next = steps.find(({ step }) => !about.done?.has(step));
  return { dueAt, steps, nextStepAt: next?.at ?? null };
}

/** A limit of the responsibility list, with its legal basis. */
export interface ListedLimit {
  days: number;
  basis: string;
}

interface NewClock {
  order: LoadedWorkOrder;
  kind: ClockKind;
  /** Counts for the resolution instead of the general limits. */
  listed?: ListedLimit | null | undefined;
  /** A date that a person set. */
  fixedDueAt?: Date | undefined;
}

const ownSource: OwnSource = 'own:dispatch';
const setByPerson: OwnSource = 'own:set-by-person';

async function limitOf(ctx: TransactionContext, { order, kind, fixedDueAt, listed }: NewClock) {
  if (fixedDueAt) return { amount: null, unit: null, source: setByPerson };
  if (kind === 'dispatch') return { amount: dispatchHours, unit: 'working-hours', source: ownSource };
  if (kind === 'resolution' && listed)
    return { amount: listed.days, unit: 'working-days', source: listed.basis };
  const rule = await limitFor(ctx, order);
  return kind === 'response'
    ? { amount: rule.responseHours, unit: `${rule.responseTime}-hours`, source: rule.source }
    : { amount: rule.resolutionDays, unit: `${rule.resolutionTime}-days`, source: rule.source };
}

/** Starts a clock of the order, in place of one of its kind that runs; answers when it runs out. */
export async function startClock(ctx: TransactionContext, given: NewClock): Promise<Date> {
  const { order, kind } = given;
  const now = ctx.clock.now();
  await stopClocks(ctx, { workOrderId: order.id, kinds: [kind] });
  const limit = await limitOf(ctx, given);
  const row = { ...limit, startedAt: now, extendedBy: 0, fixedDueAt: given.fixedDueAt ?? null };
  const calendar = await openCalendar(ctx);
  const times = timesOf(calendar, clockOf(row, []), { areaId: handlingArea(order), from: now });
  const round = await ctx.prisma.workOrderClock.count({ where: { workOrderId: order.id, kind } });
  await ctx.prisma.workOrderClock.create({
    data: {
      id: newId(now),
      workOrderId: order.id,
      kind,
      round: round + 1,
      ...row,
      dueAt: times.dueAt,
      nextStepAt: times.nextStepAt,
    },
  });
  return times.dueAt;
}

/** Ends the running clocks of these kinds; all kinds unless told. */
export async function stopClocks(
  ctx: TransactionContext,
  which: { workOrderId: string; kinds?: readonly ClockKind[] },
): Promise<void> {
  await ctx.prisma.workOrderClock.updateMany({
    where: {
      workOrderId: which.workOrderId,
      endedAt: null,
      ...(which.kinds ? { kind: { in: [...which.kinds] } } : {}),
    },
    data: { endedAt: ctx.clock.now(), nextStepAt: null },
  });
}

/**
 * Reads the running resolution clock again after an extension or a standstill; answers when it runs out now, or null
 * where none runs. While the order is suspended no step falls due.
 */
export async function rereadResolution(
  ctx: TransactionContext,
  which: { order: LoadedWorkOrder; extendBy?: number; standsStill?: boolean },
): Promise<Date | null> {
  const { order } = which;
  const row = await ctx.prisma.workOrderClock.findFirst({
    where: { workOrderId: order.id, kind: 'resolution', endedAt: null },
  });
  if (!row) return null;
  const suspensions = await ctx.prisma.workOrderSuspension.findMany({ where: { workOrderId: order.id } });
  const extendedBy = row.extendedBy + (which.extendBy ?? 0);
  const done = await stepsDone(ctx, row);
  const times = timesOf(await openCalendar(ctx), clockOf({ ...row, extendedBy }, suspensions), {
    areaId: handlingArea(order),
    from: ctx.clock.now(),
    done,
  });
  await ctx.prisma.workOrderClock.update({
    where: { id: row.id },
    data: { extendedBy, dueAt: times.dueAt, nextStepAt: which.standsStill ? null : times.nextStepAt },
  });
  return times.dueAt;
}

/** The unique key of one step of one clock. */
export function stepKey(clock: { workOrderId: string; kind: string; round: number }, step: string): string {
  return `${clock.workOrderId}:${clock.kind}:${clock.round}:${step}`;
}

/** The steps of a clock that were done, whatever became of its deadline since. */
export async function stepsDone(
  tx: Transaction,
  clock: { workOrderId: string; kind: string; round: number },
): Promise<Set<string>> {
  const prefix = stepKey(clock, '');
  const rows = await tx.prisma.workOrderEscalation.findMany({
    where: { workOrderId: clock.workOrderId, key: { gte: prefix, lt: `${prefix}~` } },
    select: { key: true },
  });
  return new Set(rows.map((row) => row.key.slice(prefix.length)));
}

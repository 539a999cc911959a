import type { ReadContext } from '../../context';
import { clockKinds, clockOf } from './clocks.server';
import { openCalendar } from './deadline-settings.server';
import { lightOf, limitUnits, readClock, reminderAt, timeOf } from '../rules/deadlines/clock';
import { isOneOf } from '~/lib/known-words';

interface OrderClocks {
  suspendedAt: Date | null;
  suspensions: { startedAt: Date; until: Date; endedAt: Date | null }[];
  clocks: {
    kind: string;
    startedAt: Date;
    amount: number | null;
    unit: string | null;
    extendedBy: number;
    fixedDueAt: Date | null;
    source: string;
  }[];
}

/** The running clocks of an order, each with what explains it. */
export async function explainClocks(ctx: ReadContext, order: OrderClocks) {
  const calendar = await openCalendar(ctx);
  const now = ctx.clock.now();
  return order.clocks.flatMap((row) => {
    const { kind } = row;
    if (!isOneOf(clockKinds, kind)) return [];
    const clock = clockOf(row, row.kind === 'resolution' ? order.suspensions : []);
    const { dueAt, stoodStill } = readClock(calendar, clock, now);
    const time = timeOf(calendar, clock);
    const remindAt = reminderAt(calendar, clock, dueAt);
    const standsStill = order.suspendedAt !== null && row.kind === 'resolution';
    return {
      kind,
      startedAt: row.startedAt,
      amount: row.amount,
      unit: limitUnits.find((unit) => unit === row.unit) ?? null,
      extendedBy: row.extendedBy,
      stoodStill: Math.round((stoodStill / time.dayLength) * 10) / 10,
      dueAt,
      source: row.source,
      light: lightOf({ remindAt, dueAt, standsStill }, now),
      missingYears: time.missingYears(row.startedAt, dueAt),
    };
  });
}

import type { Context } from '../context';
import { clockOf, timesOf } from './clocks.server';
import type { ClockRow } from './clocks.server';
import { openCalendar } from './deadline-settings.server';

interface RunningClock extends ClockRow {
  id: string;
  workOrderId: string;
  kind: string;
  round: number;
  dueAt: Date;
  workOrder: {
    areaId: string;
    handlingAreaId: string;
    state: string;
    suspensions: { startedAt: Date; until: Date; endedAt: Date | null }[];
  };
}

const chunk = 2000;

/** Lets others have a turn between two chunks. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

function readRunning(ctx: Context, after: string): Promise<RunningClock[]> {
  return ctx.database.read.workOrderClock.findMany({
    where: { endedAt: null, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: chunk,
    select: {
      id: true,
      workOrderId: true,
      kind: true,
      round: true,
      startedAt: true,
      amount: true,
      unit: true,
      extendedBy: true,
      fixedDueAt: true,
      dueAt: true,
      workOrder: {
        select: {
          areaId: true,
          handlingAreaId: true,
          state: true,
          suspensions: { select: { startedAt: true, until: true, endedAt: true } },
        },
      },
    },
  });
}

/**
 * Reads all running clocks again, after the calendar has changed: answers how many were read and how many deadlines
 * moved. Steps that were done stay done.
 */
export async function rereadDeadlines(ctx: Context): Promise<{ read: number; moved: number }> {
  const calendar = await openCalendar(ctx);
  let read = 0;
  let moved = 0;
  for (let after = ''; ;) {
    const rows = await readRunning(ctx, after);
    const last = rows.at(-1);
    if (!last) return { read, moved };
    after = last.id;
    read += rows.length;
    const changed = rows.flatMap((row) => {
      const areaId = row.workOrder.handlingAreaId || row.workOrder.areaId;
      const from = ctx.clock.now();
      const times = timesOf(calendar, clockOf(row, row.workOrder.suspensions), { areaId, from });
      return times.dueAt.getTime() === row.dueAt.getTime() ? [] : [{ row, dueAt: times.dueAt }];
    });
    if (changed.length > 0) await moveDeadlines(ctx, changed);
    moved += changed.length;
    await pause();
  }
}

async function moveDeadlines(ctx: Context, changed: { row: RunningClock; dueAt: Date }[]): Promise<void> {
  const column: Record<string, string> = { resolution: 'deadlineAt', response: 'responseDueAt' };
  await ctx.database.transaction(async (tx) => {
    for (const { row, dueAt } of changed) {
      // The next step is looked up anew when it is due at the earliest: at once.
      await tx.prisma.workOrderClock.updateMany({
        where: { id: row.id, endedAt: null },
        data: { dueAt, nextStepAt: row.workOrder.state === 'suspended' ? null : ctx.clock.now() },
      });
      const name = column[row.kind];
      if (name)
        await tx.prisma.workOrder.update({ where: { id: row.workOrderId }, data: { [name]: dueAt } });
    }
    tx.afterCommit(() => ctx.invalidatePages(['work-orders']));
  });
}

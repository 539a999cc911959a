import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { clockOf } from './clocks.server';
import { openCalendar } from './deadline-settings.server';
import { moveInQueue } from '../queue/queue-order.server';
import { readClock } from '../rules/deadlines/clock';
import { runningClocks } from './running-clocks.query.server';
import type { RunningClock } from './running-clocks.query.server';
import type { Transaction } from '~/platform/db/database.server';
import { writeTimes } from '~/platform/db/write-times';

/** Lets others have a turn between two chunks. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Moved {
  clock: RunningClock;
  dueAt: Date;
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
    const clocks = await runningClocks(ctx, after);
    const last = clocks.at(-1);
    if (!last) return { read, moved };
    after = last.id;
    read += clocks.length;
    const now = ctx.clock.now();
    const changed = clocks.flatMap((clock): Moved[] => {
      const { dueAt } = readClock(calendar, clockOf(clock, clock.standstills), now);
      return dueAt.getTime() === clock.dueAt.getTime() ? [] : [{ clock, dueAt }];
    });
    if (changed.length > 0) await inTransaction(ctx, (ctx) => moveDeadlines(ctx, changed));
    moved += changed.length;
    await pause();
  }
}

/** Orders of one statement: far below the number of values that either engine takes. */
const together = 500;

async function moveDeadlines(ctx: TransactionContext, moved: readonly Moved[]): Promise<void> {
  const now = ctx.clock.now();
  // In a form that no index answers: by it SQLite would walk through all running clocks for each of the values.
  const only = 'CASE WHEN "WorkOrderClock"."endedAt" IS NULL THEN 1 ELSE 0 END = 1';
  // The next step is looked up anew when it is due at the earliest: at once.
  await writeTimes(
    ctx,
    { table: 'WorkOrderClock', columns: ['dueAt', 'nextStepAt'], only },
    moved.map(({ clock, dueAt }) => ({
      id: clock.id,
      before: clock.dueAt,
      times: [dueAt, clock.state === 'suspended' ? null : now],
    })),
  );
  const ids = [...new Set(moved.map(({ clock }) => clock.workOrderId))];
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together);
    await showDeadlines(ctx, some);
    await moveInQueue(ctx, some);
  }
  ctx.afterCommit(() => ctx.invalidatePages(['work-orders']));
}

/** What the orders show is what their running clocks say. */
async function showDeadlines(tx: Transaction, ids: readonly string[]): Promise<void> {
  const columns = { resolution: 'deadlineAt', response: 'responseDueAt' };
  for (const [kind, column] of Object.entries(columns))
    await tx.sql.run(
      `UPDATE "WorkOrder" SET "${column}" = c."dueAt" FROM "WorkOrderClock" c
       WHERE c."workOrderId" = "WorkOrder"."id" AND c."kind" = '${kind}' AND c."endedAt" IS NULL
       AND "WorkOrder"."id" IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
}

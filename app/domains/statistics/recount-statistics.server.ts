import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { allOrdersSql, orderIdsAfter } from '../workorders/index.server';
import { allCells, rebuildCells, takeTurn } from './cells.server';
import type { Counted } from './cells.server';
import { countOrders } from './count-orders.server';
import { measures } from './rules/measures';
import { restMilliseconds } from '~/platform/db/lists/in-steps';

/** Small enough that others may write in between. */
const batch = 100;

export interface Recount {
  orders: number;
  /** Orders that were kept with other numbers than they have. */
  correctedOrders: number;
  /** Sums that were kept with another number than the orders add up to. */
  correctedSums: number;
}

async function countAll(ctx: Context): Promise<{ orders: number; corrected: number }> {
  let [after, orders, corrected] = ['', 0, 0];
  for (;;) {
    if (after !== '' && ctx.database.engine === 'sqlite') await pause(restMilliseconds);
    const ids = await inTransaction(ctx, async (ctx) => {
      const next = await orderIdsAfter(ctx, after, batch);
      corrected += await countOrders(ctx, next, { sums: false });
      return next;
    });
    orders += ids.length;
    after = ids.at(-1) ?? '';
    if (ids.length < batch) return { orders, corrected };
  }
}

/** What is kept of orders that are no longer there. */
async function forgetGone(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const gone = await ctx.sql.all<{ workOrderId: string }>(
      `SELECT s."workOrderId" FROM "StatisticsOrder" s
       LEFT JOIN (${allOrdersSql}) w ON w."id" = s."workOrderId" WHERE w."id" IS NULL`,
    );
    const ids = gone.map((row) => row.workOrderId);
    return ids.length === 0 ? 0 : countOrders(ctx, ids, { sums: false });
  });
}

const keyed = (cells: readonly Counted[]) =>
  new Map(
    cells.map((cell) => [
      [cell.areaId, cell.month, cell.departmentId, cell.category].join('|'),
      measures.map((measure) => cell[measure]).join(','),
    ]),
  );

function differences(kept: readonly Counted[], counted: readonly Counted[]): number {
  const [before, after] = [keyed(kept), keyed(counted)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))
    .length;
}

/**
 * Counts every order anew and adds all sums up from nothing; where everything was kept rightly nothing changes.
 * May run while the portal is in use.
 */
export async function recountStatistics(ctx: Context): Promise<Recount> {
  const { orders, corrected } = await countAll(ctx);
  const gone = await forgetGone(ctx);
  const correctedSums = await inTransaction(ctx, async (ctx) => {
    await takeTurn(ctx);
    const kept = await allCells(ctx.sql);
    await rebuildCells(ctx);
    return differences(kept, await allCells(ctx.sql));
  });
  ctx.invalidatePages(['statistics']);
  return { orders, correctedOrders: corrected + gone, correctedSums };
}

/** Counts orders that no event has brought in yet, such as those from before statistics were kept. */
export async function countMissing(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const missing = await ctx.sql.all<{ id: string }>(
      `SELECT w."id" FROM (${allOrdersSql}) w LEFT JOIN "StatisticsOrder" s ON s."workOrderId" = w."id"
       WHERE s."workOrderId" IS NULL LIMIT ${batch}`,
    );
    const ids = missing.map((row) => row.id);
    return ids.length === 0 ? 0 : countOrders(ctx, ids);
  });
}

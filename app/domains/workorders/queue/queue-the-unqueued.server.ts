import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { eachByItself } from '../../each-by-itself';
import { openStates } from '../lifecycle';
import { holdWorkOrder } from '../steps/move-work-order.server';
import { requeue } from './queue-order.server';

const perRun = 500;
const waiting = [...openStates, 'done'].map((state) => `'${state}'`).join(', ');

/** Queues open orders that stand in no queue, as after a migration; answers how many there were. */
export async function queueTheUnqueued(ctx: Context): Promise<number> {
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT "id" FROM "WorkOrder" WHERE "state" IN (${waiting})
     AND NOT EXISTS (SELECT 1 FROM "QueuedOrder" WHERE "QueuedOrder"."workOrderId" = "WorkOrder"."id") LIMIT ${perRun}`,
  );
  await eachByItself(rows, ({ id }) =>
    inTransaction(ctx, async (ctx) => requeue(ctx, await holdWorkOrder(ctx, id))),
  );
  return rows.length;
}

import type { ReadContext } from '../../context';
import { outgoingOrderSql } from '../visibility';

/** Of these orders, those that may be told to other servers: they, and all that hangs on them, may be read by anyone. */
export function outgoingOrders(ctx: ReadContext, ids: readonly string[]): Promise<{ id: string }[]> {
  return ctx.database.sql.all<{ id: string }>(
    `SELECT o."id" AS "id" FROM "WorkOrder" o
     WHERE o."id" IN (${ids.map(() => '?').join(', ')}) AND ${outgoingOrderSql(ctx, 'o')}`,
    [...ids],
  );
}

/** Whether this one may. */
export async function mayLeaveHouse(ctx: ReadContext, workOrderId: string): Promise<boolean> {
  return (await outgoingOrders(ctx, [workOrderId])).length > 0;
}

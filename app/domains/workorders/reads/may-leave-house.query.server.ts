import type { ReadContext } from '../../context';
import { outgoingOrderSql } from '../visibility';

/** Whether the order may be told to other servers: it, and all that hangs on it, may be read by anyone. */
export async function mayLeaveHouse(ctx: ReadContext, workOrderId: string): Promise<boolean> {
  const found = await ctx.database.sql.all<{ id: string }>(
    `SELECT o."id" AS "id" FROM "WorkOrder" o WHERE o."id" = ? AND ${outgoingOrderSql(ctx, 'o')}`,
    [workOrderId],
  );
  return found.length > 0;
}

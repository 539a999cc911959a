import type { TransactionContext } from '../../context';
import { dayIn } from '~/lib/time/days';

/**
 * Readable on paper: the day in the portal's zone and a serial number of it. Handed out by the database in one
 * statement, which holds the day's row until the order stands: no number comes twice, and none is left out.
 */
export async function nextNumber(ctx: TransactionContext): Promise<string> {
  const day = dayIn(ctx.clock.now(), ctx.configuration.timeZone).replaceAll('-', '');
  const [row] = await ctx.sql.all<{ last: number }>(
    `INSERT INTO "WorkOrderNumber" ("day", "last") VALUES (?, 1)
     ON CONFLICT ("day") DO UPDATE SET "last" = "WorkOrderNumber"."last" + 1 RETURNING "last"`,
    [day],
  );
  if (!row) throw new Error('The database handed out no number');
  return `GZ${day}${String(row.last).padStart(4, '0')}`;
}

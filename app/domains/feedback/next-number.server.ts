import type { TransactionContext } from '../context';
import { dayIn } from '~/lib/time/days';

/**
 * What people quote on the phone: the day in the portal's zone and a serial number of it. Handed out by the database in
 * one statement, which holds the day's row until the feedback stands: no number comes twice, and none is left out.
 */
export async function nextFeedbackNumber(ctx: TransactionContext): Promise<string> {
  const day = dayIn(ctx.clock.now(), ctx.configuration.timeZone).replaceAll('-', '');
  const [row] = await ctx.sql.all<{ last: number }>(
    `INSERT INTO "FeedbackNumber" ("day", "last") VALUES (?, 1)
     ON CONFLICT ("day") DO UPDATE SET "last" = "FeedbackNumber"."last" + 1 RETURNING "last"`,
    [day],
  );
  if (!row) throw new Error('The database handed out no number');
  return `SQ${day}${String(row.last).padStart(4, '0')}`;
}

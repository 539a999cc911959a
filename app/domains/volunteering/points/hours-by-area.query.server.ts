import type { ReadContext } from '../../context';
import { spanOfMonths } from '~/lib/time/month';

/** What was served in an area itself, without those below it. */
export interface HoursOfArea {
  areaId: string;
  minutes: number;
  /** Each once in each area in which they served. */
  volunteers: number;
}

/** Minutes that organisers confirmed for shifts of a year, by the area of the activity. */
export function hoursByArea(ctx: ReadContext, year: number): Promise<HoursOfArea[]> {
  const { from, to } = spanOfMonths(`${year}-01`, `${year}-12`, ctx.configuration.timeZone);
  return ctx.database.sql.all<HoursOfArea>(
    `SELECT o."areaId" AS "areaId", CAST(SUM(s."minutes") AS INTEGER) AS "minutes",
     CAST(COUNT(DISTINCT s."personId") AS INTEGER) AS "volunteers"
     FROM "Shift" h JOIN "Opportunity" o ON o."id" = h."opportunityId"
     JOIN "SignUp" s ON s."shiftId" = h."id"
     WHERE h."startsAt" >= ? AND h."startsAt" < ? AND h."cancelledAt" IS NULL
     AND s."state" = 'attended' AND s."minutes" > 0
     GROUP BY o."areaId"`,
    [from, to],
  );
}

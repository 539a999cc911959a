import type { ReadContext } from '../../context';
import { areaLevels, significantDigits } from '~/lib/geo/division-code';
import { spanOfMonths } from '~/lib/time/month';

/** What was served in an area itself, without those below it. */
export interface HoursOfArea {
  areaId: string;
  minutes: number;
  /** Each once in each area in which they served. */
  volunteers: number;
}

const served = `FROM "Shift" h JOIN "Opportunity" o ON o."id" = h."opportunityId"
  JOIN "SignUp" s ON s."shiftId" = h."id"
  WHERE h."startsAt" >= ? AND h."startsAt" < ? AND h."cancelledAt" IS NULL
  AND s."state" = 'attended' AND s."minutes" > 0`;

const spanOf = (ctx: ReadContext, year: number) => {
  const { from, to } = spanOfMonths(`${year}-01`, `${year}-12`, ctx.configuration.timeZone);
  return [from, to];
};

/** How many people served in an area or below it in a year, each once, by area: who served in five grids is one person. */
export async function volunteersWithin(ctx: ReadContext, year: number): Promise<Map<string, number>> {
  const found = await Promise.all(
    areaLevels.map((level) => {
      const digits = significantDigits[level];
      return ctx.database.sql.all<{ areaId: string; count: number }>(
        `SELECT SUBSTR(o."areaId", 1, ${digits}) AS "areaId",
         CAST(COUNT(DISTINCT s."personId") AS INTEGER) AS "count"
         ${served} AND LENGTH(o."areaId") >= ${digits} GROUP BY SUBSTR(o."areaId", 1, ${digits})`,
        spanOf(ctx, year),
      );
    }),
  );
  return new Map(found.flat().map(({ areaId, count }) => [areaId, count]));
}

/** Minutes that organisers confirmed for shifts of a year, by the area of the activity. */
export function hoursByArea(ctx: ReadContext, year: number): Promise<HoursOfArea[]> {
  return ctx.database.sql.all<HoursOfArea>(
    `SELECT o."areaId" AS "areaId", CAST(SUM(s."minutes") AS INTEGER) AS "minutes",
     CAST(COUNT(DISTINCT s."personId") AS INTEGER) AS "volunteers"
     ${served} GROUP BY o."areaId"`,
    spanOf(ctx, year),
  );
}

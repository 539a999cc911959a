import type { ReadContext } from '../../context';
import { spanOfMonths } from '~/lib/time/month';

/** Of agreements of an area itself, without those below it. */
export interface PromisesOfArea {
  areaId: string;
  /** Came into force in the year. */
  agreements: number;
  /** Promises of agreements in force or ended whose day lies in the year, and those of them that were kept. */
  due: number;
  kept: number;
}

/** What was agreed and kept in a year, by area: of what anyone may read. */
export async function promisesByArea(ctx: ReadContext, year: number): Promise<PromisesOfArea[]> {
  const { from, to } = spanOfMonths(`${year}-01`, `${year}-12`, ctx.configuration.timeZone);
  const open = `a."frozenAt" IS NOT NULL AND a."inForceAt" IS NOT NULL AND a."state" NOT IN ('draft', 'voided')`;
  const [made, promised] = await Promise.all([
    ctx.database.sql.all<{ areaId: string; agreements: number }>(
      `SELECT a."areaId" AS "areaId", CAST(COUNT(*) AS INTEGER) AS "agreements" FROM "Agreement" a
       WHERE ${open} AND a."inForceAt" >= ? AND a."inForceAt" < ? GROUP BY a."areaId"`,
      [from, to],
    ),
    ctx.database.sql.all<{ areaId: string; due: number; kept: number }>(
      `SELECT a."areaId" AS "areaId", CAST(COUNT(*) AS INTEGER) AS "due",
       CAST(SUM(CASE WHEN o."state" = 'done' THEN 1 ELSE 0 END) AS INTEGER) AS "kept"
       FROM "Agreement" a JOIN "Obligation" o ON o."agreementId" = a."id"
       WHERE ${open} AND o."carriedTo" IS NULL AND o."dueAt" >= ? AND o."dueAt" < ? GROUP BY a."areaId"`,
      [from, to],
    ),
  ]);
  const areas = new Map<string, PromisesOfArea>();
  const of = (areaId: string) => areas.get(areaId) ?? { areaId, agreements: 0, due: 0, kept: 0 };
  for (const { areaId, agreements } of made) areas.set(areaId, { ...of(areaId), agreements });
  for (const { areaId, due, kept } of promised) areas.set(areaId, { ...of(areaId), due, kept });
  return [...areas.values()];
}

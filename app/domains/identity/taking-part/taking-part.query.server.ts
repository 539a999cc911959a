import type { ReadContext } from '../../context';

/** How many people of an area and a year of birth took part. */
export interface PeopleTakingPart {
  /** Where a person lives as a moderator has confirmed it, else where the person feels at home; null where neither is known. */
  areaId: string | null;
  /** As a moderator has verified it. */
  birthYear: number | null;
  people: number;
}

/** Who took part in a year, by area and year of birth, without anybody's name. */
export function peopleTakingPart(ctx: ReadContext, year: number): Promise<PeopleTakingPart[]> {
  return ctx.database.sql.all<PeopleTakingPart>(
    `SELECT COALESCE(p."residenceAreaId", p."homeAreaId") AS "areaId", p."birthYear" AS "birthYear",
     CAST(COUNT(*) AS INTEGER) AS "people"
     FROM "YearOfTakingPart" t JOIN "Person" p ON p."id" = t."personId"
     WHERE t."year" = ? AND p."erasedAt" IS NULL
     GROUP BY COALESCE(p."residenceAreaId", p."homeAreaId"), p."birthYear"`,
    [year],
  );
}

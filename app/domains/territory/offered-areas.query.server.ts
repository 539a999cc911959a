import type { ReadContext } from '../context';
import { areaName } from './area-name';
import type { AreaOffered } from '~/lib/choices/area-choices';
import { trailOf } from '~/lib/geo/division-code';

interface Row {
  id: string;
  name: string;
  nameEnglish: string | null;
  below: number | boolean;
}

/** The areas with these ids in their order, each with the names above it; ids that name none are left out. Two reads. */
export async function offeredAreas(ctx: ReadContext, ids: readonly string[]): Promise<AreaOffered[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const all = [...new Set(wanted.flatMap((id) => [...trailOf(id), id]))];
  const rows = await ctx.database.sql.all<Row>(
    `SELECT "id", "name", "nameEnglish",
       EXISTS (SELECT 1 FROM "Area" AS "inner" WHERE "inner"."parentId" = "Area"."id") AS "below"
     FROM "Area" WHERE "id" IN (${all.map(() => '?').join(', ')})`,
    all,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((id): AreaOffered[] => {
    const row = byId.get(id);
    if (!row) return [];
    const above = trailOf(id).flatMap((one) => (one === id ? [] : (byId.get(one) ?? [])));
    const trail = above.map((one) => areaName(ctx, one)).join(' › ');
    return [
      { id, name: areaName(ctx, row), trail, above: above.at(-1)?.id ?? '', below: Boolean(row.below) },
    ];
  });
}

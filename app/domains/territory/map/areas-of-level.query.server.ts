import type { ReadContext } from '../../context';
import { areaName } from '../area-name';
import type { AreaOnMap } from './base-map.query.server';
import { thinned } from '../rules/thin-lines';
import type { AreaLevel } from '~/lib/geo/division-code';
import { frameOf } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import { readPolygons } from '~/lib/geo/polygons';
import { within } from '~/platform/db/lists/area-scope';

export interface AreaOfLevel {
  id: string;
  name: string;
  population: number | null;
}

/** More are no picture and no list any more. */
const mostAreas = 900;

/** The areas of one level in an area, or in the whole portal, by their codes: at most 900. */
export async function areasOfLevel(
  ctx: ReadContext,
  areaId: string | undefined,
  level: AreaLevel,
): Promise<AreaOfLevel[]> {
  const areas = await ctx.database.read.area.findMany({
    where: { level, ...(areaId !== undefined && { id: within(areaId) }) },
    orderBy: { id: 'asc' },
    take: mostAreas,
    select: { id: true, name: true, nameEnglish: true, population: true },
  });
  return areas.map((area) => ({ id: area.id, name: areaName(ctx, area), population: area.population }));
}

/** Of all outlines of one picture together. */
const mostPositions = 6000;

/** The outlines of these areas, no finer than one picture shows, and the frame around them; null where none is known. */
export async function outlinesOf(
  ctx: ReadContext,
  areaIds: readonly string[],
): Promise<{ frame: Frame; areas: AreaOnMap[] } | null> {
  const rows = await ctx.database.read.area.findMany({
    where: { id: { in: areaIds.slice(0, mostAreas) }, bounds: { not: null } },
    select: { id: true, name: true, nameEnglish: true, bounds: true },
  });
  const drawn = rows.flatMap(({ id, bounds, ...name }) => {
    const polygons = bounds === null ? null : readPolygons(bounds);
    return polygons
      ? [{ id, name: areaName(ctx, name), isSurface: true, parts: polygons.map(({ outer }) => outer) }]
      : [];
  });
  const frame = frameOf(drawn.flatMap(({ parts }) => parts.flat()));
  if (!frame) return null;
  const thin = thinned(drawn, { frame, most: mostPositions });
  return { frame, areas: thin.map(({ id, name, parts }) => ({ id, name, rings: parts })) };
}

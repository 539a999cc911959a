import type { ReadContext } from '../context';
import { areaName } from './area-name';
import { mapKinds } from './rules/map-kinds';
import type { MapKind } from './rules/map-kinds';
import { readLines, thinned } from './rules/thin-lines';
import type { MapShape } from './rules/thin-lines';
import { parentOf } from '~/lib/geo/division-code';
import { frameOf, widened } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import { readPolygons } from '~/lib/geo/polygons';
import type { Ring } from '~/lib/geo/polygons';

/** Areas whose outlines one map shows, and lines that are looked at for it. */
const mostAreas = 60;
const mostLines = 1500;
/** Enough outlines to find one's way: those further down are not asked for. */
const enough = 4;
/** As far as the line of what is outside is drawn on, as a share of the map. */
const rim = 0.15;

export interface AreaOnMap {
  id: string;
  name: string;
  rings: Ring[];
}

export interface BaseMap {
  /** What the map shows; null where nobody has said where anything is. */
  frame: Frame | null;
  areas: AreaOnMap[];
  lines: (MapShape & { kind: MapKind; name: string | null })[];
}

const columns = { id: true, name: true, nameEnglish: true, bounds: true } as const;

/** Outlines from an area down, or from the topmost: level by level, until there are enough. */
async function outlinesFrom(ctx: ReadContext, areaId: string | undefined) {
  const { area } = ctx.database.read;
  const around = areaId === undefined ? null : (parentOf(areaId) ?? areaId);
  const page = { orderBy: { id: 'asc' }, take: mostAreas, select: columns } as const;
  const found =
    around === null
      ? await area.findMany({ where: { parentId: null }, ...page })
      : await area.findMany({
          where: { OR: [{ id: around }, { parentId: around }, { parentId: areaId ?? null }] },
          ...page,
        });
  let level = found;
  while (found.filter(({ bounds }) => bounds !== null).length < enough && found.length < mostAreas) {
    const parentId = { in: level.map(({ id }) => id) };
    level = await area.findMany({ where: { parentId }, ...page, take: mostAreas - found.length });
    if (level.length === 0) break;
    found.push(...level);
  }
  return found;
}

async function areasFrom(ctx: ReadContext, areaId: string | undefined): Promise<AreaOnMap[]> {
  const rows = await outlinesFrom(ctx, areaId);
  const seen = new Map<string, AreaOnMap>();
  for (const { id, bounds, ...name } of rows) {
    const polygons = bounds === null ? null : readPolygons(bounds);
    if (polygons) seen.set(id, { id, name: areaName(ctx, name), rings: polygons.map(({ outer }) => outer) });
  }
  return [...seen.values()];
}

/** Lines within the frame, the larger surfaces first, thinned to what can be seen in it. */
async function linesIn(ctx: ReadContext, frame: Frame): Promise<BaseMap['lines']> {
  const { west, south, east, north } = widened(frame, rim);
  const rows = await ctx.database.read.mapLine.findMany({
    where: { south: { lte: north }, north: { gte: south }, west: { lte: east }, east: { gte: west } },
    take: mostLines,
    orderBy: { id: 'asc' },
    select: { kind: true, name: true, geometry: true },
  });
  const lines = rows.flatMap(({ kind, name, geometry }) => {
    const known = mapKinds.find((one) => one === kind);
    const shape = readLines(geometry);
    return known && shape ? [{ kind: known, name, ...shape }] : [];
  });
  lines.sort((a, b) => mapKinds.indexOf(a.kind) - mapKinds.indexOf(b.kind));
  return thinned(lines, frame);
}

/**
 * What a map of an area, or of the piece around some places, is drawn of without tiles: outlines of areas and the lines
 * between, no more of them than a picture bears.
 */
export async function baseMap(
  ctx: ReadContext,
  asked: { areaId?: string | undefined; around?: Frame | null },
): Promise<BaseMap> {
  const areas = await areasFrom(ctx, asked.areaId);
  const own = areas.find(({ id }) => id === asked.areaId);
  const frame =
    asked.around ?? frameOf(own?.rings.flat() ?? []) ?? frameOf(areas.flatMap(({ rings }) => rings.flat()));
  if (!frame) return { frame, areas: [], lines: [] };
  const lines = await linesIn(ctx, frame);
  const thin = thinned(
    areas.map((area) => ({ ...area, isSurface: true, parts: area.rings })),
    frame,
  );
  return { frame, areas: thin.map(({ id, name, parts }) => ({ id, name, rings: parts })), lines };
}

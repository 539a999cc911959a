import type { ReadContext } from '../../context';
import { areaName } from '../area-name';
import { linesWithin } from './lines-within.query.server';
import type { LineOnMap } from './lines-within.query.server';
import { cutterTo } from '../rules/clip-shapes';
import { thinned } from '../rules/thin-lines';
import { parentOf } from '~/lib/geo/division-code';
import { frameOf, widened } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import { readPolygons } from '~/lib/geo/polygons';
import type { Ring } from '~/lib/geo/polygons';

/** Areas whose outlines one map shows. */
const mostAreas = 60;
/** Enough outlines to find one's way: those further down are not asked for. */
const enough = 4;
/** Of all lines of a map together, and of all outlines: more would be a page too heavy for a phone. */
const mostPositions = 6000;
/** As far as all is drawn on outside of a picture, as a share of it: where it is cut is not seen. */
const rim = 0.15;
/** The same for a map that moves: it shows more than the frame when it is opened, by its shape and its steps of zoom. */
const around = { lines: 1, outlines: 2 };

export interface AreaOnMap {
  id: string;
  name: string;
  rings: Ring[];
}

export interface BaseMap {
  /** What the map shows; null where nobody has said where anything is. */
  frame: Frame | null;
  areas: AreaOnMap[];
  lines: LineOnMap[];
}

export interface MapOf {
  areaId?: string | undefined;
  /** What the map is to show, whatever the area. */
  around?: Frame | null;
  /** The same where the area has no outline. */
  otherwise?: Frame | null;
}

/** A picture, beyond whose edge nothing is seen. */
export interface DrawnAs {
  /** All that is seen when it shows the frame. */
  shown(frame: Frame): Frame;
  mostPositions: number;
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

/** The frame around all lines that there are. */
async function frameOfLines({ database }: ReadContext): Promise<Frame | null> {
  const { _min: least, _max: most } = await database.read.mapLine.aggregate({
    _min: { west: true, south: true },
    _max: { east: true, north: true },
  });
  const [west, south, east, north] = [least.west, least.south, most.east, most.north];
  return west === null || south === null || east === null || north === null
    ? null
    : { west, south, east, north };
}

/**
 * What a map of an area, or of the piece around some places, is drawn of without tiles: outlines of areas and the lines
 * between, no more of them than a picture bears.
 */
export async function baseMap(ctx: ReadContext, asked: MapOf, as?: DrawnAs): Promise<BaseMap> {
  const areas = await areasFrom(ctx, asked.areaId);
  const own = areas.find(({ id }) => id === asked.areaId);
  const frame =
    asked.around ??
    frameOf(own?.rings.flat() ?? []) ??
    asked.otherwise ??
    frameOf(areas.flatMap(({ rings }) => rings.flat())) ??
    (await frameOfLines(ctx));
  if (!frame) return { frame, areas: [], lines: [] };
  const most = as?.mostPositions ?? mostPositions;
  const shown = as?.shown(frame) ?? frame;
  const cut = await cutterTo(widened(shown, as ? rim : around.outlines));
  const outlines = cut(areas.map((area) => ({ ...area, isSurface: true, parts: area.rings })));
  const thin = thinned(outlines, { frame: shown, most });
  return {
    frame,
    areas: thin.map(({ id, name, parts }) => ({ id, name, rings: parts })),
    lines: await linesWithin(ctx, { shown, drawn: widened(shown, as ? rim : around.lines), most }),
  };
}

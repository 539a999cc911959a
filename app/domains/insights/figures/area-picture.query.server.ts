import type { ReadContext } from '../../context';
import { outlinesOf } from '../../territory/index.server';
import { classOf, mapClasses } from '../rules/map-classes';
import type { MapClass } from '../rules/map-classes';
import { toldNumber } from './figure';
import type { Figure } from './figure';
import { stillPicture } from '~/lib/geo/still-picture';

export interface AreaPicture {
  width: number;
  height: number;
  /** Each area with its shade, from 0; hidden where its number is. */
  shapes: { id: string; name: string; path: string; shade: number | 'hidden' }[];
  classes: MapClass[];
}

const size = { width: 360, height: 260 };

/** The areas of a figure as a map, shaded by their first column. Null where no outlines are known. */
export async function areaPicture(ctx: ReadContext, { rows }: Figure): Promise<AreaPicture | null> {
  const outlines = await outlinesOf(
    ctx,
    rows.map(({ key }) => key),
  );
  if (!outlines) return null;
  const told = new Map(rows.map(({ key, values }) => [key, toldNumber(values[0])]));
  const drawn = outlines.areas.map((area) => ({ area, number: told.get(area.id) ?? null }));
  const classes = mapClasses(drawn.flatMap(({ number }) => (number === null ? [] : [number])));
  const shapes = drawn.map(({ area, number }) => ({
    ...{ id: area.id, name: area.name },
    path: stillPicture(outlines.frame, size, { areas: [area], lines: [], places: [] }).outlines,
    shade: number === null ? ('hidden' as const) : classOf(classes, number),
  }));
  return { ...size, shapes, classes };
}

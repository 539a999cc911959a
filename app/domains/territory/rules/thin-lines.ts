import type simplifyLine from 'simplify-js';
import { z } from 'zod';
import type { Frame } from '~/lib/geo/frame';
import type { Position } from '~/lib/geo/polygons';
import { whenUsed } from '~/lib/when-used';

const simplify = whenUsed<typeof simplifyLine>('simplify-js');

/** A line, or a surface by its rings, to be drawn. */
export interface MapShape {
  isSurface: boolean;
  parts: Position[][];
}

/** The frame's longer side in steps of what can be told apart. */
const steps = 900;

const part = z.array(z.tuple([z.number(), z.number()]));
const stored = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: part }),
  z.object({ type: z.enum(['MultiLineString', 'Polygon']), coordinates: z.array(part) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(part)) }),
]);

/** The parts of a geometry as the import has written it; null for what is none. */
export function readLines(geometry: string): MapShape | null {
  const parsed = stored.safeParse(JSON.parse(geometry));
  if (!parsed.success) return null;
  const { type, coordinates } = parsed.data;
  if (type === 'LineString') return { isSurface: false, parts: [coordinates] };
  if (type === 'MultiPolygon') return { isSurface: true, parts: coordinates.flat() };
  return { isSurface: type === 'Polygon', parts: coordinates };
}

/**
 * The shapes with as many positions as can be told apart when the frame fills a screen (Douglas and Peucker); those with
 * which they would be more than `most` together are left out, the last first.
 */
export function thinned<Shape extends { isSurface: boolean; parts: readonly (readonly Position[])[] }>(
  shapes: readonly Shape[],
  { frame, most }: { frame: Frame; most: number },
): (Shape & MapShape)[] {
  const tolerance = Math.max(frame.east - frame.west, frame.north - frame.south) / steps;
  let left = most;
  return shapes.flatMap((shape) => {
    const least = shape.isSurface ? 4 : 2;
    const parts = shape.parts
      .map((positions) =>
        simplify()(
          positions.map(([x, y]) => ({ x, y })),
          tolerance,
          true,
        ).map(({ x, y }): Position => [x, y]),
      )
      .filter(({ length }) => length >= least);
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    if (size === 0 || size > left) return [];
    left -= size;
    return [{ ...shape, parts }];
  });
}

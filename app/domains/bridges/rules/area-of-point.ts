import { z } from 'zod';

export interface MappedArea {
  id: string;
  /** GeoJSON of a Polygon or MultiPolygon, [longitude, latitude]. */
  bounds: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Point {
  latitude: number;
  longitude: number;
}

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(position);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);
type Ring = z.output<typeof ring>;

/** Polygons of the text, each an outer ring and holes; none where it is no such GeoJSON. */
export function polygonsOf(bounds: string | null): Ring[][] {
  if (bounds === null) return [];
  try {
    const json = JSON.parse(bounds) as { type?: unknown; geometry?: unknown };
    const parsed = geometry.safeParse(json.type === 'Feature' ? json.geometry : json);
    if (!parsed.success) return [];
    return parsed.data.type === 'Polygon' ? [parsed.data.coordinates] : parsed.data.coordinates;
  } catch {
    return [];
  }
}

/** Even-odd rule: a ray from the point crosses the ring an odd number of times. */
function isInRing({ latitude, longitude }: Point, points: Ring): boolean {
  let inside = false;
  for (const [index, [x, y]] of points.entries()) {
    const [beforeX, beforeY] = points[index === 0 ? points.length - 1 : index - 1] ?? [x, y];
    if (y > latitude === beforeY > latitude) continue;
    if (longitude < ((beforeX - x) * (latitude - y)) / (beforeY - y) + x) inside = !inside;
  }
  return inside;
}

export function contains(bounds: string | null, point: Point): boolean {
  return polygonsOf(bounds).some(([outer, ...holes]) => {
    if (!outer || !isInRing(point, outer)) return false;
    return !holes.some((hole) => isInRing(point, hole));
  });
}

/** Kilometres between two points, by the equirectangular approximation: good for a city. */
export function kilometresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  const y = (b.latitude - a.latitude) * radians;
  return 6371 * Math.hypot(x, y);
}

/**
 * The area in which a point lies: the deepest whose bounds hold it, else the one with the nearest middle within
 * `reach` kilometres (the deeper of two as near). Null where none is; `unmapped` where no area has a place at all.
 */
export function areaOfPoint(
  areas: readonly MappedArea[],
  point: Point,
  reach: number,
): { areaId: string } | 'unmapped' | null {
  const deepest = [...areas].sort((a, b) => b.id.length - a.id.length || (a.id < b.id ? -1 : 1));
  const holding = deepest.find((area) => contains(area.bounds, point));
  if (holding) return { areaId: holding.id };
  const near = deepest.flatMap(({ id, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ id, distance: kilometresBetween(point, { latitude, longitude }) }],
  );
  if (near.length === 0 && deepest.every((area) => polygonsOf(area.bounds).length === 0)) return 'unmapped';
  const nearest = near.reduce<(typeof near)[number] | null>(
    (best, area) => (best === null || area.distance < best.distance ? area : best),
    null,
  );
  return nearest && nearest.distance <= reach ? { areaId: nearest.id } : null;
}

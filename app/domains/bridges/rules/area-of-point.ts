import { metresBetween } from '~/lib/geo/distance';
import type { Place } from '~/lib/geo/distance';
import { holdsPlace, readPolygons } from '~/lib/geo/polygons';

export interface MappedArea {
  id: string;
  /** GeoJSON of a Polygon or MultiPolygon, [longitude, latitude]. */
  bounds: string | null;
  latitude: number | null;
  longitude: number | null;
}

const polygonsOf = ({ bounds }: MappedArea) => (bounds === null ? [] : (readPolygons(bounds) ?? []));

/**
 * The area in which a point lies: the deepest whose bounds hold it, else the one with the nearest middle within
 * `reach` kilometres (the deeper of two as near). Null where none is; `unmapped` where no area has a place at all.
 */
export function areaOfPoint(
  areas: readonly MappedArea[],
  point: Place,
  reach: number,
): { areaId: string } | 'unmapped' | null {
  const deepest = [...areas].sort((a, b) => b.id.length - a.id.length || (a.id < b.id ? -1 : 1));
  const holding = deepest.find((area) => holdsPlace(polygonsOf(area), point));
  if (holding) return { areaId: holding.id };
  const near = deepest.flatMap(({ id, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ id, kilometres: metresBetween(point, { latitude, longitude }) / 1000 }],
  );
  if (near.length === 0 && deepest.every((area) => polygonsOf(area).length === 0)) return 'unmapped';
  const nearest = near.reduce<(typeof near)[number] | null>(
    (best, area) => (best === null || area.kilometres < best.kilometres ? area : best),
    null,
  );
  return nearest && nearest.kilometres <= reach ? { areaId: nearest.id } : null;
}

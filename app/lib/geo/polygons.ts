import type { Place } from './distance';

export type Position = readonly [longitude: number, latitude: number];
/** Closed: its last position is its first. */
export type Ring = readonly Position[];
export interface Polygon {
  outer: Ring;
  holes: readonly Ring[];
}

/** Of all rings of a text together. */
const mostPositions = 5000;

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [longitude, latitude] = value as unknown[];
  const fits =
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90;
  return fits ? [longitude, latitude] : null;
}

/** A ring is closed and has four positions at least (RFC 7946, 3.1.6). */
function ringOf(value: unknown): Ring | null {
  if (!Array.isArray(value) || value.length < 4 || value.length > mostPositions) return null;
  const ring: Position[] = [];
  for (const given of value) {
    const position = positionOf(given);
    if (!position) return null;
    ring.push(position);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring : null;
}

function coordinatesOf(value: unknown): unknown[] | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  // Once: features do not hold features.
  if (value.type === 'Feature') return 'geometry' in value ? geometryOf(value.geometry) : null;
  return geometryOf(value);
}

function geometryOf(value: unknown): unknown[] | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  if (!('coordinates' in value) || !Array.isArray(value.coordinates)) return null;
  if (value.type === 'Polygon') return [value.coordinates];
  return value.type === 'MultiPolygon' ? value.coordinates : null;
}

function polygonOf(value: unknown): Polygon | null {
  if (!Array.isArray(value)) return null;
  const [outer, ...holes] = value.map(ringOf);
  if (!outer || holes.includes(null)) return null;
  return { outer, holes: holes.filter((hole) => hole !== null) };
}

const positionsIn = ({ outer, holes }: Polygon) =>
  holes.reduce((sum, hole) => sum + hole.length, outer.length);

/**
 * Reads a GeoJSON Polygon or MultiPolygon, or a Feature with one (RFC 7946), of 5000 positions at most. Null where the
 * text is none.
 */
export function readPolygons(text: string): Polygon[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const given = coordinatesOf(parsed);
  if (!given || given.length === 0 || given.length > mostPositions) return null;
  const polygons: Polygon[] = [];
  for (const one of given) {
    const polygon = polygonOf(one);
    if (!polygon) return null;
    polygons.push(polygon);
  }
  return polygons.reduce((sum, polygon) => sum + positionsIn(polygon), 0) <= mostPositions ? polygons : null;
}

/** Even-odd rule: a ray from the place crosses the ring an odd number of times. */
function isInRing({ longitude: x, latitude: y }: Place, ring: Ring): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const corner of ring) {
    const [ax, ay] = corner;
    const [bx, by] = before ?? corner;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    before = corner;
  }
  return inside;
}

/** True where the place lies within one of the polygons, and in none of its holes. */
export function holdsPlace(polygons: readonly Polygon[], place: Place): boolean {
  return polygons.some(
    ({ outer, holes }) => isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole)),
  );
}

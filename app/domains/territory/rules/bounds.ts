export type Position = readonly [longitude: number, latitude: number];
/** Outer rings, one for each polygon. */
export type Outline = readonly (readonly Position[])[];

const mostPoints = 5000;

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [longitude, latitude] = value as unknown[];
  return (
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  );
}

/** A ring is closed and has four positions at least (RFC 7946, 3.1.6). */
function isRing(value: unknown): value is Position[] {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false;
  const [first, last] = [value[0], value.at(-1)] as [Position, Position];
  return first[0] === last[0] && first[1] === last[1];
}

function polygonsOf(value: unknown): unknown[] | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  if (value.type === 'Feature' && 'geometry' in value) return polygonsOf(value.geometry);
  if (!('coordinates' in value) || !Array.isArray(value.coordinates)) return null;
  if (value.type === 'Polygon') return [value.coordinates];
  return value.type === 'MultiPolygon' ? value.coordinates : null;
}

/** Reads a GeoJSON Polygon or MultiPolygon, or a Feature with one. Null where it is none. */
export function readBounds(text: string): Outline | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const polygons = polygonsOf(parsed);
  if (!polygons || polygons.length === 0) return null;
  const outline: Position[][] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0 || !polygon.every(isRing)) return null;
    outline.push(polygon[0] as Position[]);
  }
  return outline.reduce((sum, ring) => sum + ring.length, 0) <= mostPoints ? outline : null;
}

/** True when the point lies within one of the rings (even-odd rule). */
export function containsPoint(outline: Outline, [x, y]: Position): boolean {
  return outline.some((ring) => {
    let inside = false;
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
      const [ax, ay] = ring[index] ?? [0, 0];
      const [bx, by] = ring[before] ?? [0, 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  });
}

import { z } from 'zod';
import { mapKindOf } from './map-kinds';
import type { MapKind } from './map-kinds';
import { frameOf } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import { readPolygons } from '~/lib/geo/polygons';
import { cutText } from '~/lib/texts/cut-text';
import { plainWidth } from '~/lib/texts/plain-width';

type Position = [longitude: number, latitude: number];

const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.unknown())
  .transform(([longitude, latitude]): Position => [longitude, latitude]);
const line = z.array(position).min(2).max(20_000);
const ring = z.array(position).min(4).max(20_000);
const most = 2000;

/** RFC 7946: lines and surfaces; what holds points is none by which people find their way. */
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(most) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(most) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ring).min(1).max(most)).min(1).max(most),
  }),
]);
type Geometry = z.output<typeof geometry>;

const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable().default({}),
        geometry: z.unknown(),
      }),
    )
    .max(100_000),
});

export interface MapFault {
  /** Counted from 1, as people count; 0: of the file. */
  feature: number;
  reason: string;
}

export interface ReadLine {
  kind: MapKind;
  name: string | null;
  geometry: string;
  frame: Frame;
}

export interface ReadMap {
  lines: ReadLine[];
  /** Outlines of areas, by their division codes. */
  outlines: Map<string, { geometry: string; feature: number }>;
  /** Features by which nobody finds their way. */
  skipped: number;
  faults: MapFault[];
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** The geometry with each position put through `convert`, to a tenth of a metre. */
function converted(given: Geometry, convert: (position: Position) => Position): Geometry {
  const one = (at: Position): Position => {
    const [longitude, latitude] = convert(at);
    return [round(longitude), round(latitude)];
  };
  switch (given.type) {
    case 'LineString':
      return { ...given, coordinates: given.coordinates.map(one) };
    case 'MultiPolygon':
      return { ...given, coordinates: given.coordinates.map((rings) => rings.map((part) => part.map(one))) };
    default:
      return { ...given, coordinates: given.coordinates.map((part) => part.map(one)) };
  }
}

function positionsIn(given: Geometry): Position[] {
  if (given.type === 'LineString') return given.coordinates;
  return given.type === 'MultiPolygon' ? given.coordinates.flat(2) : given.coordinates.flat();
}

function codeOf({ code }: Readonly<Record<string, unknown>>): string | null {
  const text = typeof code === 'number' ? String(code) : code;
  const plain = typeof text === 'string' ? plainWidth(text).trim() : '';
  return /^\d{12}(\d{3})?$/.test(plain) ? plain : null;
}

const nameOf = ({ name }: Readonly<Record<string, unknown>>) =>
  typeof name === 'string' && name.trim() !== '' ? cutText(name.trim(), 60) : null;

/** Takes one feature in; answers what is wrong with it, or null. */
function take(
  map: ReadMap,
  given: { properties: Readonly<Record<string, unknown>> | null; geometry: unknown; feature: number },
  convert: (position: Position) => Position,
): string | null {
  const properties = given.properties ?? {};
  const [code, kind] = [codeOf(properties), mapKindOf(properties)];
  if (code === null && kind === null) {
    map.skipped += 1;
    return null;
  }
  const parsed = geometry.safeParse(given.geometry);
  if (!parsed.success) return 'geometry: no line or surface of longitudes and latitudes';
  const shape = converted(parsed.data, convert);
  const text = JSON.stringify(shape);
  if (code !== null) {
    if (!readPolygons(text))
      return `geometry: the outline of ${code} is no closed surface of 5000 positions at most`;
    if (map.outlines.has(code))
      return `code: ${code} stands in feature ${map.outlines.get(code)?.feature} already`;
    map.outlines.set(code, { geometry: text, feature: given.feature });
    return null;
  }
  const frame = frameOf(positionsIn(shape));
  if (frame && kind) map.lines.push({ kind, name: nameOf(properties), geometry: text, frame });
  return null;
}

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946): outlines of areas by their division code in the property `code`, and what
 * people find their way by, by the property `kind` or the tags of OpenStreetMap. Names each bad feature.
 */
export function readMap(text: string, convert: (position: Position) => Position): ReadMap {
  const map: ReadMap = { lines: [], outlines: new Map(), skipped: 0, faults: [] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    map.faults.push({ feature: 0, reason: 'no proper JSON' });
    return map;
  }
  const parsed = collection.safeParse(json);
  if (!parsed.success) {
    map.faults.push({ feature: 0, reason: 'no GeoJSON FeatureCollection of 100,000 features at most' });
    return map;
  }
  for (const [at, given] of parsed.data.features.entries()) {
    const reason = take(map, { ...given, feature: at + 1 }, convert);
    if (reason !== null) map.faults.push({ feature: at + 1, reason });
  }
  return map;
}

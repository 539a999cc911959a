export interface PlacedPoint {
  latitude: number;
  longitude: number;
}

export interface StillMap<Point> {
  points: { point: Point; x: number; y: number }[];
  /** Rings as the `points` of SVG polygons. */
  outlines: string[];
}

type Position = readonly [longitude: number, latitude: number, ...rest: unknown[]];

const margin = 24;
/** Degrees that a map shows at least, so that a single point is not blown up without end. */
const leastSpan = 0.004;

function extent(values: readonly number[], least: number): { middle: number; span: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { middle: (low + high) / 2, span: Math.max(high - low, least) };
}

/**
 * A still map without tiles: places points and outlines in a picture of the given size, north up, the same scale in
 * both directions (equirectangular around the middle, which is true enough for a city). Nothing where no point is.
 */
export function stillMap<Point extends PlacedPoint>(
  places: readonly Point[],
  { width, height, rings = [] }: { width: number; height: number; rings?: readonly (readonly Position[])[] },
): StillMap<Point> {
  const corners = rings.flat();
  const longitudes = [...places.map(({ longitude }) => longitude), ...corners.map(([x]) => x)];
  const latitudes = [...places.map(({ latitude }) => latitude), ...corners.map(([, y]) => y)];
  if (longitudes.length === 0) return { points: [], outlines: [] };
  const across = extent(longitudes, leastSpan);
  const up = extent(latitudes, leastSpan);
  const shrink = Math.cos((up.middle * Math.PI) / 180);
  const scale = Math.min((width - 2 * margin) / (across.span * shrink), (height - 2 * margin) / up.span);
  const round = (value: number) => Math.round(value * 10) / 10;
  const project = (longitude: number, latitude: number) => ({
    x: round(width / 2 + (longitude - across.middle) * shrink * scale),
    y: round(height / 2 - (latitude - up.middle) * scale),
  });
  return {
    points: places.map((point) => ({ point, ...project(point.longitude, point.latitude) })),
    outlines: rings.map((ring) =>
      ring
        .map(([x, y]) => project(x, y))
        .map(({ x, y }) => `${x},${y}`)
        .join(' '),
    ),
  };
}

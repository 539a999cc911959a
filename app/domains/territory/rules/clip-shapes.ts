import type { MapShape } from './thin-lines';
import type { Frame } from '~/lib/geo/frame';
import type { Position } from '~/lib/geo/polygons';

/** Closed again: where a ring was cut, it begins at the cut. */
function closed(ring: readonly Position[]): Position[] {
  const [first] = ring;
  const last = ring.at(-1);
  if (!first || !last) return [];
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first];
}

/** Cuts shapes off at the frame, and leaves out those that lie outside of it. */
export async function cutterTo({ west, south, east, north }: Frame) {
  const { clipPolygon, clipPolyline } = await import('lineclip');
  const box = [west, south, east, north] as const;
  return <Shape extends { isSurface: boolean; parts: readonly (readonly Position[])[] }>(
    shapes: readonly Shape[],
  ): (Shape & MapShape)[] =>
    shapes.flatMap((shape) => {
      const parts = shape.parts
        .filter(({ length }) => length > 1)
        .flatMap((part): Position[][] =>
          shape.isSurface ? [closed(clipPolygon(part, box))] : clipPolyline(part, box).map((one) => [...one]),
        )
        .filter(({ length }) => length > 1);
      return parts.length > 0 ? [{ ...shape, parts }] : [];
    });
}

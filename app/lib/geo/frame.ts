import type { Place } from './distance';

/** A piece of the map between two meridians and two parallels, in degrees. */
export interface Frame {
  west: number;
  south: number;
  east: number;
  north: number;
}

type Position = readonly [longitude: number, latitude: number, ...rest: unknown[]];

/** Metres of a degree of a meridian. */
const metresOfDegree = 111_195;

/** The smallest frame around the positions; null where there are none. */
export function frameOf(positions: Iterable<Position>): Frame | null {
  let frame: Frame | null = null;
  for (const [x, y] of positions)
    frame = frame
      ? {
          west: Math.min(frame.west, x),
          south: Math.min(frame.south, y),
          east: Math.max(frame.east, x),
          north: Math.max(frame.north, y),
        }
      : { west: x, south: y, east: x, north: y };
  return frame;
}

/** The square around a place whose sides are this far from it. */
export function frameAround({ latitude, longitude }: Place, metres: number): Frame {
  const up = metres / metresOfDegree;
  const right = up / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01);
  return { west: longitude - right, south: latitude - up, east: longitude + right, north: latitude + up };
}

/** The frame with a rim all around, as a share of its longer side. */
export function widened({ west, south, east, north }: Frame, share: number): Frame {
  const rim = Math.max(east - west, north - south) * share;
  return { west: west - rim, south: south - rim, east: east + rim, north: north + rim };
}

/** As Prisma asks for rows that lie in a frame. */
export const inFrame = ({ west, south, east, north }: Frame) => ({
  latitude: { gte: south, lte: north },
  longitude: { gte: west, lte: east },
});

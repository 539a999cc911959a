import type { ReadContext } from '../context';
import { areasAround, isMapped } from '../territory/index.server';
import { areaOfPoint } from './rules/area-of-point';
import type { Place } from '~/lib/geo/distance';
import { frameAround, frameOf } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';

/** So many kilometres from the middle of the nearest area a place may lie outside all bounds. */
const reach = 30;
/** A little wider than the reach: a frame is reckoned on a flat map. */
const metresAround = reach * 1020;

const joined = (one: Frame, other: Frame): Frame => ({
  ...{ west: Math.min(one.west, other.west), south: Math.min(one.south, other.south) },
  ...{ east: Math.max(one.east, other.east), north: Math.max(one.north, other.north) },
});

/**
 * For some places in which of the areas within another each lies, by areas that are read once: the id, null where it lies
 * in none; the other area itself where no area says where it lies.
 */
export async function areasOfPoints(
  ctx: ReadContext,
  scope: string,
  places: readonly Place[],
): Promise<(place: Place) => string | null> {
  const inside = frameOf(places.map(({ latitude, longitude }): [number, number] => [longitude, latitude]));
  if (!inside) return () => null;
  const near = places.map((place) => frameAround(place, metresAround)).reduce(joined);
  const areas = await areasAround(ctx, scope, { inside, near });
  const otherwise = areas.length > 0 || (await isMapped(ctx, scope)) ? null : scope;
  return (place) => {
    const found = areaOfPoint(areas, place, reach);
    return found === null || found === 'unmapped' ? otherwise : found.areaId;
  };
}

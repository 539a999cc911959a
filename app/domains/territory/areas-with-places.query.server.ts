import type { ReadContext } from '../context';
import { within } from '~/platform/db/lists/area-scope';

/** Every area within another, itself included, with where it lies: for finding the one in which a point is. */
export function areasWithPlaces(ctx: ReadContext, areaId: string) {
  return ctx.database.read.area.findMany({
    where: { id: within(areaId) },
    select: { id: true, name: true, bounds: true, latitude: true, longitude: true },
  });
}

/** The area with this id or official code, within another where one is given; null where there is none. */
export async function areaByCode(ctx: ReadContext, given: string, scope?: string): Promise<string | null> {
  const named = { OR: [{ id: given }, { code: given }] };
  const area = await ctx.database.read.area.findFirst({
    where: scope === undefined ? named : { AND: [{ id: within(scope) }, named] },
    select: { id: true },
  });
  return area?.id ?? null;
}

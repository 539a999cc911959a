import type { ReadContext } from '../context';
import { within } from '~/platform/db/lists/area-scope';

/**
 * Every area within another, itself included, with where it lies: for finding the one in which a point is. Where one is
 * closed, its successor is answered for its place.
 */
export async function areasWithPlaces(ctx: ReadContext, areaId: string) {
  const rows = await ctx.database.read.area.findMany({
    where: { id: within(areaId) },
    select: { id: true, name: true, bounds: true, latitude: true, longitude: true, successorId: true },
  });
  return rows.map(({ successorId, ...area }) => ({ ...area, id: successorId ?? area.id }));
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

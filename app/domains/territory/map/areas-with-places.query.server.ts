import type { ReadContext } from '../../context';
import { inFrame } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import { within } from '~/platform/db/lists/area-scope';

const columns = {
  ...{ id: true, name: true, bounds: true, latitude: true, longitude: true },
  successorId: true,
} as const;

/**
 * The areas within another, itself included, in which a place of the frame may lie: those whose bounds touch it, and
 * those whose middle lies in the wider frame. Bounds whose frame is not reckoned yet may touch any. Where one is closed,
 * its successor is answered for its place.
 */
export async function areasAround(ctx: ReadContext, areaId: string, frames: { inside: Frame; near: Frame }) {
  const { west, south, east, north } = frames.inside;
  const touching = { south: { lte: north }, north: { gte: south }, west: { lte: east }, east: { gte: west } };
  const scope = { id: within(areaId) };
  const { area } = ctx.database.read;
  const [holding, near] = await Promise.all([
    area.findMany({
      where: { AND: [scope, { OR: [touching, { south: null, bounds: { not: null } }] }] },
      select: columns,
    }),
    area.findMany({ where: { AND: [scope, inFrame(frames.near)] }, select: columns }),
  ]);
  const rows = [...new Map([...holding, ...near].map((row) => [row.id, row])).values()];
  return rows.map(({ successorId, ...area }) => ({ ...area, id: successorId ?? area.id }));
}

/** Whether any area within another says where it lies. */
export async function isMapped(ctx: ReadContext, areaId: string): Promise<boolean> {
  const said = { OR: [{ bounds: { not: null } }, { latitude: { not: null }, longitude: { not: null } }] };
  const { area } = ctx.database.read;
  return (
    (await area.findFirst({ where: { AND: [{ id: within(areaId) }, said] }, select: { id: true } })) !== null
  );
}

/** The areas with these names within another; for one that is closed its successor. */
export async function areasNamed(ctx: ReadContext, areaId: string, names: readonly string[]) {
  const rows = await ctx.database.read.area.findMany({
    where: { id: within(areaId), name: { in: [...new Set(names)] } },
    select: { id: true, name: true, successorId: true },
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

import type { ReadContext } from '../context';
import { cutterTo } from './rules/clip-shapes';
import { mapKinds } from './rules/map-kinds';
import type { MapKind } from './rules/map-kinds';
import { readLines, thinned } from './rules/thin-lines';
import type { MapShape } from './rules/thin-lines';
import type { Frame } from '~/lib/geo/frame';

export type LineOnMap = MapShape & { kind: MapKind; name: string | null };

/** How many of a kind are looked at, and its share of a map's positions: a city's brooks leave room for its streets. */
const bounds: Readonly<Record<MapKind, { most: number; share: number }>> = {
  water: { most: 300, share: 0.25 },
  green: { most: 300, share: 0.15 },
  rail: { most: 200, share: 0.1 },
  street: { most: 700, share: 0.5 },
};

/** Lines of a kind that touch the frame, the longest and widest first. */
async function largest(ctx: ReadContext, kind: MapKind, frame: Frame): Promise<LineOnMap[]> {
  const { west, south, east, north } = frame;
  const rows = await ctx.database.sql.all<{ name: string | null; geometry: string }>(
    `SELECT l."name" AS "name", l."geometry" AS "geometry" FROM "MapLine" l
     WHERE l."kind" = ? AND l."south" <= ? AND l."north" >= ? AND l."west" <= ? AND l."east" >= ?
     ORDER BY (l."east" - l."west") + (l."north" - l."south") DESC, l."id" LIMIT ?`,
    [kind, north, south, east, west, bounds[kind].most],
  );
  return rows.flatMap(({ name, geometry }) => {
    const shape = readLines(geometry);
    return shape ? [{ kind, name, ...shape }] : [];
  });
}

/**
 * Lines as far as they are drawn, in the order in which they lie on each other, with no more positions than can be told
 * apart where that is shown.
 */
export async function linesWithin(
  ctx: ReadContext,
  { shown, drawn, most }: { shown: Frame; drawn: Frame; most: number },
): Promise<LineOnMap[]> {
  const cut = await cutterTo(drawn);
  const kinds = await Promise.all(
    mapKinds.map(async (kind) =>
      thinned(cut(await largest(ctx, kind, drawn)), { frame: shown, most: most * bounds[kind].share }),
    ),
  );
  return kinds.flat();
}

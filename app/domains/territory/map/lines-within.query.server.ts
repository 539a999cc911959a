import type { ReadContext } from '../../context';
import { cutterTo } from '../rules/clip-shapes';
import { mapKinds } from '../rules/map-kinds';
import type { MapKind } from '../rules/map-kinds';
import { readLines, thinned } from '../rules/thin-lines';
import type { MapShape } from '../rules/thin-lines';
import type { Frame } from '~/lib/geo/frame';

export type LineOnMap = MapShape & { kind: MapKind; name: string | null };

/** How many of a kind are looked at, and its share of a map's positions: a city's brooks leave room for its streets. */
const bounds: Readonly<Record<MapKind, { most: number; share: number }>> = {
  water: { most: 300, share: 0.25 },
  green: { most: 300, share: 0.15 },
  rail: { most: 200, share: 0.1 },
  street: { most: 700, share: 0.5 },
};

interface Drawn {
  /** What the map is there to show. */
  shown: Frame;
  /** As far as lines are drawn on beyond it. */
  drawn: Frame;
}

const touching = '(l."south" <= ? AND l."north" >= ? AND l."west" <= ? AND l."east" >= ?)';
const sides = ({ west, south, east, north }: Frame) => [north, south, east, west];

/** Lines of a kind that are drawn: those that are shown first, of them the longest and widest. */
async function largest(ctx: ReadContext, kind: MapKind, { shown, drawn }: Drawn): Promise<LineOnMap[]> {
  const rows = await ctx.database.sql.all<{ name: string | null; geometry: string }>(
    `SELECT l."name" AS "name", l."geometry" AS "geometry" FROM "MapLine" l
     WHERE l."kind" = ? AND ${touching}
     ORDER BY CASE WHEN ${touching} THEN 0 ELSE 1 END,
       (l."east" - l."west") + (l."north" - l."south") DESC, l."id" LIMIT ?`,
    [kind, ...sides(drawn), ...sides(shown), bounds[kind].most],
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
  { shown, drawn, most }: Drawn & { most: number },
): Promise<LineOnMap[]> {
  const cut = await cutterTo(drawn);
  const kinds = await Promise.all(
    mapKinds.map(async (kind) =>
      thinned(cut(await largest(ctx, kind, { shown, drawn })), {
        frame: shown,
        most: most * bounds[kind].share,
      }),
    ),
  );
  return kinds.flat();
}

import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { frameOf } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import { readPolygons } from '~/lib/geo/polygons';

const nowhere = { west: null, south: null, east: null, north: null };
/** Lies around no place: for bounds that no reader of ours can read. */
const unread: Frame = { west: 0, south: 0, east: -1, north: -1 };

/** The columns by which an area with these bounds is found from a place. */
export function frameColumns(bounds: string | null): Frame | typeof nowhere {
  if (bounds === null) return nowhere;
  return frameOf((readPolygons(bounds) ?? []).flatMap(({ outer }) => outer)) ?? unread;
}

const atOnce = 200;

/** Reckons the frames of bounds that were written before frames were kept. Answers how many. */
export async function fillFrames(ctx: Context): Promise<number> {
  const waiting = { bounds: { not: null }, south: null };
  const rows = await ctx.database.read.area.findMany({
    where: waiting,
    take: atOnce,
    select: { id: true, bounds: true },
  });
  if (rows.length === 0) return 0;
  return inTransaction(ctx, async (ctx) => {
    let filled = 0;
    // Bounds that were written anew meanwhile brought their frame along.
    for (const { id, bounds } of rows) {
      const where = { id, bounds, south: null };
      filled += (await ctx.prisma.area.updateMany({ where, data: frameColumns(bounds) })).count;
    }
    return filled;
  });
}

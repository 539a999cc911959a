import type { ReadContext } from '../../context';

/** The census that holds: its year, where it is from, and when it came. Null where none was imported. */
export function censusInUse(ctx: ReadContext) {
  return ctx.database.read.census.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, year: true, source: true, lines: true, importedAt: true },
  });
}

/** Areas of one question: SQLite takes 999 values. */
const together = 900;

/** People by age of these areas, by the census that holds; an area that it does not have is left out. */
export async function censusOf(
  ctx: ReadContext,
  areaIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const census = await censusInUse(ctx);
  const ages = new Map<string, Map<string, number>>();
  if (!census) return ages;
  for (let at = 0; at < areaIds.length; at += together) {
    const figures = await ctx.database.read.censusFigure.findMany({
      where: { version: census.version, areaId: { in: areaIds.slice(at, at + together) } },
      select: { areaId: true, ageBand: true, people: true },
    });
    for (const { areaId, ageBand, people } of figures) {
      const known = ages.get(areaId) ?? new Map<string, number>();
      ages.set(areaId, known.set(ageBand, people));
    }
  }
  return ages;
}

import type { ReadContext } from '../context';

export interface Successor {
  id: string;
  name: string;
}

/** Of these organisations those that were merged into another, with the one that goes on. */
export async function successorsOf(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Map<string, Successor>> {
  const merged = await ctx.database.read.organisation.findMany({
    where: { id: { in: [...new Set(ids)] }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  });
  if (merged.length === 0) return new Map();
  const found = await ctx.database.read.organisation.findMany({
    where: { id: { in: merged.flatMap(({ mergedIntoId }) => mergedIntoId ?? []) } },
    select: { id: true, name: true },
  });
  const byId = new Map(found.map((one) => [one.id, one]));
  return new Map(
    merged.flatMap(({ id, mergedIntoId }) => {
      const successor = byId.get(mergedIntoId ?? '');
      return successor ? [[id, successor] as const] : [];
    }),
  );
}

/** The organisation that goes on with what this one had; null where it was not merged. */
export async function successorOf(ctx: ReadContext, id: string): Promise<Successor | null> {
  return (await successorsOf(ctx, [id])).get(id) ?? null;
}

/** Why it was merged into another, as whoever did it said. */
export async function reasonOfMerger(ctx: ReadContext, id: string): Promise<string> {
  const merged = await ctx.database.read.organisation.findUnique({ where: { id }, select: { reason: true } });
  return merged?.reason ?? '';
}

/** Of these organisations those into which others were merged, with the ids of these. */
export async function predecessorsOfEach(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await ctx.database.read.organisation.findMany({
    where: { mergedIntoId: { in: [...new Set(ids)] } },
    orderBy: { id: 'asc' },
    select: { id: true, mergedIntoId: true },
  });
  const found = new Map<string, string[]>();
  for (const { id, mergedIntoId } of rows)
    if (mergedIntoId) found.set(mergedIntoId, [...(found.get(mergedIntoId) ?? []), id]);
  return found;
}

/** The ids of the organisations that were merged into one of these. */
export async function mergedInto(ctx: ReadContext, ids: readonly string[]): Promise<string[]> {
  return [...(await predecessorsOfEach(ctx, ids)).values()].flat().sort();
}

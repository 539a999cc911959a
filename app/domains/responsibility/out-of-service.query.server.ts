import type { ReadContext } from '../context';
import { keptAreas } from './policy';
import { organisationsById, successorsOf } from '../organisations/index.server';
import { within } from '~/platform/db/lists/area-scope';

/**
 * Of these departments, which a list names, those that work no more and went into no other that does: nothing is sent to
 * them. One that was merged is led on from.
 */
export async function outOfService(ctx: ReadContext, departmentIds: readonly string[]): Promise<Set<string>> {
  if (departmentIds.length === 0) return new Set();
  const [named, successors] = await Promise.all([
    organisationsById(ctx, departmentIds),
    successorsOf(ctx, departmentIds),
  ]);
  const into = await organisationsById(
    ctx,
    [...successors.values()].map(({ id }) => id),
  );
  const state = (id: string) =>
    named.get(id)?.state === 'merged' ? into.get(successors.get(id)?.id ?? '')?.state : named.get(id)?.state;
  return new Set(departmentIds.filter((id) => state(id) !== 'verified'));
}

const mostShown = 100;

/** The entries in the actor's areas that name a department out of service, and how many they are. */
export async function entriesOutOfService(ctx: ReadContext) {
  const own = keptAreas(ctx.actor);
  if (own.length === 0) return { count: 0, entries: [] };
  const here = { currentKey: { not: null }, OR: own.map((areaId) => ({ areaId: within(areaId) })) };
  const named = await ctx.database.read.responsibilityEntry.groupBy({
    by: ['departmentId'],
    where: here,
    _count: true,
  });
  const gone = await outOfService(
    ctx,
    named.map(({ departmentId }) => departmentId),
  );
  if (gone.size === 0) return { count: 0, entries: [] };
  const entries = await ctx.database.read.responsibilityEntry.findMany({
    where: { ...here, departmentId: { in: [...gone] } },
    orderBy: { key: 'asc' },
    take: mostShown,
    select: { key: true, areaId: true, category: true, level: true, departmentId: true },
  });
  const count = named
    .filter(({ departmentId }) => gone.has(departmentId))
    .reduce((sum, { _count }) => sum + _count, 0);
  return { count, entries };
}

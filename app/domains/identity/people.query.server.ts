import type { ReadContext } from '../context';

/** Display names by id. */
export async function displayNames(
  ctx: ReadContext,
  personIds: readonly string[],
): Promise<Record<string, string>> {
  const people = await ctx.database.read.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, displayName: true },
  });
  return Object.fromEntries(people.map((person) => [person.id, person.displayName]));
}

/** Everybody in a demo community who can be tried out by one click, officials first. */
export async function demoPeople(ctx: ReadContext) {
  if (!ctx.configuration.demoMode) return [];
  const people = await ctx.database.read.person.findMany({
    where: { email: { endsWith: '@demo.gongzhi.example' }, suspendedAt: null },
    orderBy: { id: 'asc' },
    take: 100,
    select: { id: true, displayName: true, residenceAreaId: true },
  });
  return people;
}

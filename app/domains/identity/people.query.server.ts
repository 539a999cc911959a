import type { ReadContext } from '../context';
import { trailOf } from '~/lib/division-code';
import type { Reads } from '~/platform/db/database.server';

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

/** Who holds the role in the area itself, else in the nearest area above that has somebody. */
export async function peopleWithRole(database: Reads, role: string, areaId: string): Promise<string[]> {
  const held = await database.read.roleHeld.findMany({
    where: { role, areaId: { in: trailOf(areaId) } },
    select: { personId: true, areaId: true },
  });
  const nearest = Math.max(0, ...held.map((row) => row.areaId.length));
  return [...new Set(held.filter((row) => row.areaId.length === nearest).map((row) => row.personId))];
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

import { trailOf } from '~/lib/geo/division-code';

/**
 * The filter "in this area or below it": an area's id is the significant prefix of its code, all digits,
 * so the range up to `~` holds it and everything beneath.
 */
export function within(areaId: string): { gte: string; lt: string } {
  return { gte: areaId, lt: `${areaId}~` };
}

/** Nothing is from `~` on and before it. */
const nowhere = { areaId: { gte: '~', lt: '~' } };

/**
 * For each of the areas the condition to lie in it or below: one of them is to hold. For no area one that never holds: an
 * empty `OR` finds nothing in Prisma, but within an `AND` it is left out, and everything is found.
 */
export function withinAny(areaIds: readonly string[]): { areaId: { gte: string; lt: string } }[] {
  if (areaIds.length === 0) return [nowhere];
  return areaIds.map((areaId) => ({ areaId: within(areaId) }));
}

/** The filter "what concerns people of this area": in it, below it, and in the areas above that hold it. */
export function concerning(areaId: string) {
  return { OR: [{ areaId: within(areaId) }, { areaId: { in: trailOf(areaId) } }] };
}

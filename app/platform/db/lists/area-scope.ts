import { trailOf } from '~/lib/geo/division-code';

/**
 * The filter "in this area or below it": an area's id is the significant prefix of its code, all digits,
 * so the range up to `~` holds it and everything beneath.
 */
export function within(areaId: string): { gte: string; lt: string } {
  return { gte: areaId, lt: `${areaId}~` };
}

/** For each of the areas the condition to lie in it or below: one of them is to hold. */
export function withinAny(areaIds: readonly string[]): { areaId: { gte: string; lt: string } }[] {
  return areaIds.map((areaId) => ({ areaId: within(areaId) }));
}

/** The filter "what concerns people of this area": in it, below it, and in the areas above that hold it. */
export function concerning(areaId: string) {
  return { OR: [{ areaId: within(areaId) }, { areaId: { in: trailOf(areaId) } }] };
}

/**
 * The filter "in this area or below it": an area's id is the significant prefix of its code, all digits,
 * so the range up to `~` holds it and everything beneath.
 */
export function within(areaId: string): { gte: string; lt: string } {
  return { gte: areaId, lt: `${areaId}~` };
}

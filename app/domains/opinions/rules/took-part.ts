import { smallestGroup } from './find-groups';

export interface TookPart {
  /** By area, the most people first; each at least five. */
  areas: { areaId: string; people: number }[];
  /** Of other areas or of none. */
  elsewhere: number;
  total: number;
}

/**
 * Who took part, by area, so that no number under five can be read or reckoned: areas with fewer are put together,
 * and where these are too few still, the smallest area shown goes with them.
 */
export function tookPart(areaIds: readonly (string | null)[]): TookPart {
  const people = new Map<string, number>();
  for (const areaId of areaIds) if (areaId !== null) people.set(areaId, (people.get(areaId) ?? 0) + 1);
  const areas = [...people]
    .map(([areaId, count]) => ({ areaId, people: count }))
    .filter((area) => area.people >= smallestGroup)
    .sort((one, other) => other.people - one.people || (one.areaId < other.areaId ? -1 : 1));
  const shown = () => areas.reduce((sum, area) => sum + area.people, 0);
  while (areas.length > 0 && areaIds.length > shown() && areaIds.length - shown() < smallestGroup)
    areas.pop();
  return { areas, elsewhere: areaIds.length - shown(), total: areaIds.length };
}

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
export function tookPart(counts: readonly { areaId: string | null; people: number }[]): TookPart {
  const total = counts.reduce((sum, { people }) => sum + people, 0);
  const areas = counts
    .flatMap(({ areaId, people }) => (areaId === null || people < smallestGroup ? [] : [{ areaId, people }]))
    .sort((one, other) => other.people - one.people || (one.areaId < other.areaId ? -1 : 1));
  const shown = () => areas.reduce((sum, area) => sum + area.people, 0);
  while (areas.length > 0 && total > shown() && total - shown() < smallestGroup) areas.pop();
  return { areas, elsewhere: total - shown(), total };
}

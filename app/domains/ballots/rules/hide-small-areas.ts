/** An area with fewer electors, or fewer votes so far, is not told: its turnout would say who has voted. */
export const fewestShown = 10;

export interface AreaCount {
  areaId: string;
  electorate: number;
  voted: number;
}

const isSmall = ({ electorate, voted }: Omit<AreaCount, 'areaId'>) =>
  electorate < fewestShown || voted < fewestShown;

/**
 * The ids of the areas whose turnout is kept back. The total is published: what is kept back together must therefore be
 * two areas or more and large enough itself, and until it is the next smallest are kept back, too.
 */
export function areasKeptBack(areas: readonly AreaCount[]): Set<string> {
  const hidden = areas.filter(isSmall);
  const shown = areas
    .filter((area) => !isSmall(area))
    .sort((one, other) => one.voted - other.voted || one.electorate - other.electorate);
  const sum = (of: 'electorate' | 'voted') => hidden.reduce((total, area) => total + area[of], 0);
  while (
    hidden.length > 0 &&
    (hidden.length < 2 || isSmall({ electorate: sum('electorate'), voted: sum('voted') }))
  ) {
    const next = shown.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map((area) => area.areaId));
}

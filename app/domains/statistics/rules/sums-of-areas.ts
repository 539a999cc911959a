import type { CountedRow } from './small-numbers';
import { parentOf, trailOf } from '~/lib/geo/division-code';

/** What is counted in areas themselves, added up for these and for all that hold them. */
export function sumsOfAreas<Key extends string>(
  found: readonly { areaId: string; key: Key; count: number }[],
): Map<string, Map<Key, number>> {
  const sums = new Map<string, Map<Key, number>>();
  for (const { areaId, key, count } of found) {
    for (const id of trailOf(areaId)) {
      const keys = sums.get(id) ?? new Map<Key, number>();
      sums.set(id, keys.set(key, (keys.get(key) ?? 0) + count));
    }
  }
  return sums;
}

/** The areas of such sums with their totals, each under the one that holds it. */
export function rowsOfSums(sums: ReadonlyMap<string, ReadonlyMap<string, number>>): CountedRow[] {
  return [...sums].map(([id, keys]) => ({
    ...{ id, above: parentOf(id) },
    total: [...keys.values()].reduce((total, count) => total + count, 0),
  }));
}

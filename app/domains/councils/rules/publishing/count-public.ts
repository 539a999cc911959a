import type { Council } from '../council';

/** Fewer than so many people are never told apart in public. */
export const smallestGroup = 5;

export interface FeatureCounts {
  feature: string;
  /** How many have each value; null where one of the numbers would be below `smallestGroup`. */
  counts: { value: string; people: number }[] | null;
}

/** Each feature by itself, never two together, and whole or not at all: what is left out cannot be reckoned from the rest. */
export function countPublic({ features, quotas, people }: Council): FeatureCounts[] {
  return features.map((feature, place) => {
    const counts = quotas
      .filter((quota) => quota.feature === feature)
      .map(({ value }) => ({
        value,
        people: people.filter(({ values }) => values[place] === value).length,
      }));
    return { feature, counts: counts.some((one) => one.people < smallestGroup) ? null : counts };
  });
}

import { assign, kMeans, type Clustering, type WeightedPoint } from './k-means';
import type { Point } from './opinion-points';
import { meanSilhouette } from './silhouette';
import { firstDistinct, startingCentres } from './starting-centres';

/** Groups of fewer people are never shown, so that nobody's votes can be told from a group's. */
export const smallestGroup = 5;

export interface Grouping {
  /** Group of each point from 0, the largest group first. */
  groupOf: Int32Array;
  /** People in each group. */
  sizes: number[];
  /** Mean silhouette over the base clusters, of the grouping chosen. */
  silhouette: number;
  /** Silhouette of the best grouping for each number of groups that was tried. */
  tried: { k: number; silhouette: number }[];
}

const mostBaseClusters = 100;
const baseEnd = { mostRounds: 100, settled: 0.01 };
const groupEnd = { mostRounds: 50, settled: 0 };
const aboutAsTight = 1.01;
/** A larger number of groups must be this much better, or the map would change with a few votes. */
const clearlyBetter = 0.04;

/**
 * Groups people by their places on the map, as Polis does: up to 100 base clusters by k-means, then k-means on
 * their centres, weighted by people. `k` fixes the number of groups; without it, 2 to at most 5 groups are
 * tried, and a larger number is taken only where its mean silhouette is clearly better. That, several starts of
 * the second step, and the care that no group is too small to be shown, are what Polis does not do. Where no two
 * such groups can be made, all people are one group. Points must be in a canonical order.
 */
export function findGroups(points: Point[], k: number | null): Grouping {
  const base = kMeans(
    points.map((point) => ({ ...point, weight: 1 })),
    firstDistinct(points, mostBaseClusters),
    baseEnd,
  );
  const weighted = base.centres.map((centre) => ({ ...centre, weight: 0 }));
  for (const cluster of base.clusterOf) (weighted[cluster] as WeightedPoint).weight += 1;
  const candidates = numbersToTry(k, weighted.length).flatMap((count) => {
    const clusterOf = steadiest(weighted, count);
    return clusterOf ? [{ k: count, clusterOf, silhouette: meanSilhouette(weighted, clusterOf) }] : [];
  });
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (chosen, one) => (!chosen || one.silhouette >= chosen.silhouette + clearlyBetter ? one : chosen),
    null,
  );
  const clusterOf = best ? best.clusterOf : new Int32Array(weighted.length);
  return {
    ...bySize(base.clusterOf.map((cluster) => clusterOf[cluster] as number)),
    silhouette: best?.silhouette ?? 0,
    tried: candidates.map(({ k: count, silhouette }) => ({ k: count, silhouette })),
  };
}

function numbersToTry(k: number | null, baseClusters: number): number[] {
  if (k !== null) return [Math.min(k, baseClusters)].filter((count) => count > 1);
  const most = Math.min(5, 2 + Math.floor(baseClusters / 12), baseClusters);
  return [2, 3, 4, 5].filter((count) => count <= most);
}

function peopleByCluster(points: WeightedPoint[], { centres, clusterOf }: Clustering): number[] {
  const people = centres.map(() => 0);
  points.forEach(({ weight }, at) => {
    const cluster = clusterOf[at] as number;
    people[cluster] = (people[cluster] ?? 0) + weight;
  });
  return people;
}

/**
 * A grouping into `count` groups of at least five people each, or null. Of those that several starts end in
 * and that are about as tight as the tightest, it is the most even: the tightest may owe it to a few people at
 * the edge. Where some group is too small, its people are set aside, the others grouped, and they go to the
 * group whose middle is the nearest.
 */
function steadiest(points: WeightedPoint[], count: number): Int32Array | null {
  let inside = points;
  while (inside.reduce((sum, { weight }) => sum + weight, 0) >= count * smallestGroup) {
    const found = startingCentres(inside, count)
      .map((start) => kMeans(inside, start, groupEnd))
      .filter(({ centres }) => centres.length === count)
      .map((clustering) => ({ clustering, people: peopleByCluster(inside, clustering) }));
    const [tightest] = [...found].sort(byInertia);
    if (!tightest) return null;
    const shown = found.filter(({ people }) => Math.min(...people) >= smallestGroup).sort(byInertia);
    const least = shown[0]?.clustering.inertia ?? 0;
    const [best] = shown
      .filter(({ clustering }) => clustering.inertia <= least * aboutAsTight)
      .sort((one, other) => Math.min(...other.people) - Math.min(...one.people));
    if (best) return assign(points, best.clustering.centres);
    const { clustering, people } = tightest;
    inside = inside.filter((_, at) => (people[clustering.clusterOf[at] as number] ?? 0) >= smallestGroup);
  }
  return null;
}

function byInertia(one: { clustering: Clustering }, other: { clustering: Clustering }): number {
  return one.clustering.inertia - other.clustering.inertia;
}

/** Numbers the groups by falling size; of equal ones that of the earlier point comes first. */
function bySize(clusterOf: Int32Array): { groupOf: Int32Array; sizes: number[] } {
  const people = new Map<number, number>();
  for (const cluster of clusterOf) people.set(cluster, (people.get(cluster) ?? 0) + 1);
  const ordered = [...people].sort(([, one], [, other]) => other - one);
  const number = new Map(ordered.map(([cluster], index) => [cluster, index]));
  return {
    groupOf: clusterOf.map((cluster) => number.get(cluster) ?? 0),
    sizes: ordered.map(([, size]) => size),
  };
}

import { kMeans, type Clustering, type WeightedPoint } from './k-means';
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
const baseRounds = 100;
const groupRounds = 50;
const aboutAsTight = 1.01;
/** A larger number of groups must be this much better, or the map would change with a few votes. */
const clearlyBetter = 0.05;

/**
 * Groups people by their places on the map, as Polis does: up to 100 base clusters by k-means, then k-means on
 * their centres, weighted by people. `k` fixes the number of groups; without it, 2 to at most 5 groups are
 * tried, and a larger number is taken only where its mean silhouette is clearly better. Differs from Polis in
 * that, in starting the second step several times, and in setting groupings aside that have a group too small
 * to be shown. Points must be in a canonical order.
 */
export function findGroups(points: Point[], k: number | null): Grouping {
  const base = kMeans(
    points.map((point) => ({ ...point, weight: 1 })),
    firstDistinct(points, mostBaseClusters),
    baseRounds,
  );
  const weighted = base.centres.map((centre) => ({ ...centre, weight: 0 }));
  for (const cluster of base.clusterOf) (weighted[cluster] as WeightedPoint).weight += 1;
  const candidates = numbersToTry(k, weighted.length).flatMap((count) => {
    const clustering = steadiest(weighted, count);
    if (!clustering) return [];
    const silhouette = meanSilhouette(weighted, clustering.clusterOf);
    return [{ k: count, clustering, silhouette, shown: allShown(weighted, clustering) }];
  });
  const shown = candidates.filter((one) => one.shown);
  const best = (shown.length > 0 ? shown : candidates).reduce<(typeof candidates)[number] | null>(
    (chosen, one) => (!chosen || one.silhouette >= chosen.silhouette + clearlyBetter ? one : chosen),
    null,
  );
  const clusterOf = best ? best.clustering.clusterOf : new Int32Array(weighted.length);
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

function allShown(points: WeightedPoint[], clustering: Clustering): boolean {
  return peopleByCluster(points, clustering).every((people) => people >= smallestGroup);
}

/**
 * Of the groupings that several starts end in, those with a group too small to be shown being set aside where
 * there are others: the most even of those that are about as tight as the tightest, for several are, and the
 * tightest of them may owe it to a few people at the edge.
 */
function steadiest(points: WeightedPoint[], count: number): Clustering | null {
  const found = startingCentres(points, count)
    .map((start) => kMeans(points, start, groupRounds))
    .filter(({ centres }) => centres.length === count)
    .map((clustering) => ({ clustering, smallest: Math.min(...peopleByCluster(points, clustering)) }));
  const shown = found.filter(({ smallest }) => smallest >= smallestGroup);
  const usable = shown.length > 0 ? shown : found;
  const least = Math.min(...usable.map(({ clustering }) => clustering.inertia));
  const [best] = usable
    .filter(({ clustering }) => clustering.inertia <= least * aboutAsTight)
    .sort((one, other) => other.smallest - one.smallest || one.clustering.inertia - other.clustering.inertia);
  return best?.clustering ?? null;
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

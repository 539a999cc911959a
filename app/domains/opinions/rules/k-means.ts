import type { Point } from './opinion-points';

export interface WeightedPoint extends Point {
  weight: number;
}

export interface Clustering {
  centres: Point[];
  /** Index of the centre of each point. */
  clusterOf: Int32Array;
  /** Weighted sum of the squared distances to the centres. */
  inertia: number;
}

/**
 * Lloyd's algorithm from given centres; centres that lose all points are dropped. A point between two centres
 * belongs to the first. Ends when no centre moves further than `settled`, or after `mostRounds`.
 */
export function kMeans(
  points: WeightedPoint[],
  start: Point[],
  { mostRounds, settled }: { mostRounds: number; settled: number },
): Clustering {
  let centres = start;
  let clusterOf: Int32Array = new Int32Array(points.length).fill(-1);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = recentre(points, assign(points, centres), centres.length);
    const moved = Math.max(
      ...next.centres.map((centre, at) => squaredDistance(centre, next.from(centres, at))),
    );
    ({ centres, clusterOf } = next);
    if (moved <= settled * settled) break;
  }
  return { centres, clusterOf, inertia: inertiaOf(points, centres, clusterOf) };
}

/** Index of the nearest centre of each point, the first of equal ones. */
export function assign(points: Point[], centres: Point[]): Int32Array {
  const xs = Float64Array.from(centres, ({ x }) => x);
  const ys = Float64Array.from(centres, ({ y }) => y);
  return Int32Array.from(points, ({ x, y }) => {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let cluster = 0; cluster < xs.length; cluster += 1) {
      const [dx, dy] = [x - (xs[cluster] as number), y - (ys[cluster] as number)];
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        nearest = cluster;
      }
    }
    return nearest;
  });
}

function recentre(points: WeightedPoint[], clusterOf: Int32Array, count: number) {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, weight: 0 }));
  points.forEach(({ x, y, weight }, at) => {
    const sum = sums[clusterOf[at] as number];
    if (!sum) return;
    sum.x += x * weight;
    sum.y += y * weight;
    sum.weight += weight;
  });
  const kept = sums.flatMap(({ weight }, cluster) => (weight > 0 ? [cluster] : []));
  const newIndex = new Map(kept.map((cluster, index) => [cluster, index]));
  return {
    centres: sums
      .filter(({ weight }) => weight > 0)
      .map(({ x, y, weight }) => ({ x: x / weight, y: y / weight })),
    clusterOf: clusterOf.map((cluster) => newIndex.get(cluster) ?? 0),
    /** Where a centre that was kept stood before. */
    from: (before: Point[], at: number) => before[kept[at] ?? at] ?? { x: 0, y: 0 },
  };
}

function inertiaOf(points: WeightedPoint[], centres: Point[], clusterOf: Int32Array): number {
  return points.reduce((sum, point, at) => {
    const centre = centres[clusterOf[at] as number];
    return centre ? sum + point.weight * squaredDistance(point, centre) : sum;
  }, 0);
}

export function squaredDistance(one: Point, other: Point): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
}

import type { Point } from './opinion-points';

/**
 * Mean silhouette of the points (Rousseeuw 1987), each counting once: how much nearer a point is to its own
 * cluster than to the next, from -1 to 1. A point alone in its cluster counts 0.
 */
export function meanSilhouette(points: Point[], clusterOf: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const cluster of clusterOf) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  if (sizes.size < 2) return 0;
  const total = points.reduce((sum, _, at) => sum + silhouetteOf(points, clusterOf, { at, sizes }), 0);
  return total / points.length;
}

interface Place {
  at: number;
  sizes: Map<number, number>;
}

function silhouetteOf(points: Point[], clusterOf: Int32Array, { at, sizes }: Place): number {
  const point = points[at];
  const own = clusterOf[at] as number;
  const ownSize = sizes.get(own) ?? 0;
  if (!point || ownSize < 2) return 0;
  const sums = new Map<number, number>();
  points.forEach((other, index) => {
    const cluster = clusterOf[index] as number;
    sums.set(cluster, (sums.get(cluster) ?? 0) + Math.hypot(point.x - other.x, point.y - other.y));
  });
  const inside = (sums.get(own) ?? 0) / (ownSize - 1);
  let next = Number.POSITIVE_INFINITY;
  for (const [cluster, sum] of sums)
    if (cluster !== own) next = Math.min(next, sum / (sizes.get(cluster) ?? 1));
  const larger = Math.max(inside, next);
  return larger === 0 ? 0 : (next - inside) / larger;
}

import { squaredDistance, type WeightedPoint } from './k-means';
import type { Point } from './opinion-points';

/** First points that differ, in the order given. */
export function firstDistinct(points: Point[], count: number): Point[] {
  const chosen = new Map<string, Point>();
  for (const { x, y } of points) {
    if (chosen.size === count) break;
    const key = `${x} ${y}`;
    if (!chosen.has(key)) chosen.set(key, { x, y });
  }
  return [...chosen.values()];
}

const directions = 6;
const farthestStarts = 12;

/**
 * Several sets of `count` starting centres, chosen by the points alone and without chance: the first distinct
 * points (as Polis starts), quantiles along lines through the middle in several directions, and from several
 * points on always the point whose weighted distance to the centres so far is the largest.
 */
export function startingCentres(points: WeightedPoint[], count: number): Point[][] {
  const starts = [firstDistinct(points, count)];
  for (let turn = 0; turn < directions; turn += 1)
    starts.push(alongLine(points, count, (turn * Math.PI) / directions));
  const step = Math.max(1, Math.floor(points.length / farthestStarts));
  for (let from = 0; from < points.length; from += step) starts.push(farthestFrom(points, count, from));
  return starts.filter((start) => start.length === count);
}

function alongLine(points: WeightedPoint[], count: number, angle: number): Point[] {
  const along = ({ x, y }: Point) => x * Math.cos(angle) + y * Math.sin(angle);
  const sorted = [...points].sort((one, other) => along(one) - along(other));
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const parts = Array.from({ length: count }, () => ({ x: 0, y: 0, weight: 0 }));
  let passed = 0;
  for (const { x, y, weight } of sorted) {
    const part = parts[Math.min(count - 1, Math.floor((count * (passed + weight / 2)) / total))];
    passed += weight;
    if (!part) continue;
    part.x += x * weight;
    part.y += y * weight;
    part.weight += weight;
  }
  return parts
    .filter(({ weight }) => weight > 0)
    .map(({ x, y, weight }) => ({ x: x / weight, y: y / weight }));
}

function farthestFrom(points: WeightedPoint[], count: number, from: number): Point[] {
  const first = points[from];
  const chosen: Point[] = first ? [first] : [];
  while (chosen.length < count) {
    let farthest: Point | null = null;
    let most = 0;
    for (const point of points) {
      const distance = Math.min(...chosen.map((centre) => squaredDistance(point, centre))) * point.weight;
      if (distance > most) {
        most = distance;
        farthest = point;
      }
    }
    if (!farthest) break;
    chosen.push(farthest);
  }
  return chosen;
}

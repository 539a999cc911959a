import { describe, expect, it } from 'vitest';
import { findGroups } from './find-groups';
import { meanSilhouette } from './silhouette';

const blob = (x: number, y: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ x: x + (at % 4) * 0.1, y: y + Math.floor(at / 4) * 0.1 }));

describe('meanSilhouette', () => {
  it('is worked by hand: a lone point counts nothing', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 5, y: 0 },
    ];
    expect(meanSilhouette(points, Int32Array.of(0, 0, 1))).toBeCloseTo((4 / 5 + 3 / 4) / 3);
    expect(meanSilhouette(points, Int32Array.of(0, 0, 0))).toBe(0);
  });
});

describe('findGroups', () => {
  it.each([2, 3, 4, 5])('finds %i clear groups', (count) => {
    const corners = [blob(0, 0, 20), blob(9, 0, 19), blob(0, 9, 18), blob(9, 9, 17), blob(4.5, 20, 16)];
    const { sizes, groupOf } = findGroups(corners.slice(0, count).flat(), null);
    expect(sizes).toEqual([20, 19, 18, 17, 16].slice(0, count));
    expect(groupOf[0]).toBe(0);
  });

  it('does not choose a number that would set a few people apart', () => {
    const points = [...blob(0, 0, 30), ...blob(4, 0, 30), ...blob(40, 40, 3)];
    expect(Math.min(...findGroups(points, null).sizes)).toBeGreaterThanOrEqual(5);
  });
});

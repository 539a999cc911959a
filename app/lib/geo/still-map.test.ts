import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stillMap } from './still-map';

const place = fc.record({
  latitude: fc.double({ min: 20, max: 50, noNaN: true }),
  longitude: fc.double({ min: 80, max: 130, noNaN: true }),
});

it('keeps every point in the picture, north above and east to the right', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
      const { points } = stillMap(places, { width: 400, height: 300 });
      expect(points).toHaveLength(places.length);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(400);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(300);
      }
      const [first] = points;
      for (const other of points) {
        if (!first || other.point.latitude <= first.point.latitude) continue;
        expect(other.y).toBeLessThanOrEqual(first.y);
      }
    }),
  );
});

it('puts one point in the middle, and draws outlines', () => {
  const ring = [
    [112, 30],
    [113, 30],
    [113, 31],
  ] as const;
  expect(stillMap([{ latitude: 30, longitude: 112 }], { width: 100, height: 80 }).points[0]).toMatchObject({
    x: 50,
    y: 40,
  });
  expect(stillMap([], { width: 100, height: 80, rings: [ring] }).outlines[0]?.split(' ')).toHaveLength(3);
  expect(stillMap([], { width: 100, height: 80 })).toEqual({ points: [], outlines: [] });
});

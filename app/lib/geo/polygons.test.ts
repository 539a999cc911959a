import fc from 'fast-check';
import { expect, it } from 'vitest';
import { metresBetween } from './distance';
import { holdsPlace, readPolygons } from './polygons';

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const square = { type: 'Polygon', coordinates: [ring(0, 0, 1)] };
const read = (json: unknown) => readPolygons(JSON.stringify(json));

it('reads polygons, several polygons and features', () => {
  const polygons = read(square);
  expect(polygons?.[0]?.outer).toHaveLength(5);
  expect(read({ type: 'MultiPolygon', coordinates: [square.coordinates] })).toEqual(polygons);
  expect(read({ type: 'Feature', geometry: square })).toEqual(polygons);
});

it('keeps longitude and latitude alone of a position', () => {
  const high = square.coordinates.map((one) => one.map((position) => [...position, 25, 'high']));
  expect(read({ type: 'Polygon', coordinates: high })).toEqual(read(square));
});

it.each([
  'no json',
  '{}',
  'null',
  '{"type":"Point","coordinates":[0,0]}',
  '{"type":"Polygon","coordinates":[]}',
  '{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2]]]}',
  '{"type":"Polygon","coordinates":[[[0,0],[2,0],[0,0]]]}',
  '{"type":"Polygon","coordinates":[[[0,0],[200,0],[2,2],[0,0]]]}',
  '{"type":"Polygon","coordinates":[[["0",0],[2,0],[2,2],["0",0]]]}',
  '{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,0]],[[0,0],[1,0]]]}',
  '{"type":"Feature","geometry":{"type":"Feature","geometry":{}}}',
])('refuses %s', (text) => {
  expect(readPolygons(text)).toBeNull();
});

it('counts the positions of holes too', () => {
  const hole = [...Array.from({ length: 1700 }, (_, at) => [0.4 + at / 1e5, 0.4]), [0.4, 0.4]];
  expect(read({ type: 'Polygon', coordinates: [ring(0, 0, 1), hole, hole] })).not.toBeNull();
  expect(read({ type: 'Polygon', coordinates: [ring(0, 0, 1), hole, hole, hole] })).toBeNull();
});

it('holds exactly the places of a square, without its hole', () => {
  const polygons = read({ type: 'Polygon', coordinates: [ring(0, 0, 1), ring(0.4, 0.4, 0.2)] }) ?? [];
  // Off the edges by half a step: what lies on an edge belongs to either side.
  const coordinate = fc.integer({ min: -1000, max: 2000 }).map((steps) => steps / 1000 + 0.0005);
  const within = (value: number, from: number, to: number) => value > from && value < to;
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const inside = within(x, 0, 1) && within(y, 0, 1);
      const inHole = within(x, 0.4, 0.6) && within(y, 0.4, 0.6);
      expect(holdsPlace(polygons, { latitude: y, longitude: x })).toBe(inside && !inHole);
    }),
  );
});

it('measures a degree of a meridian, and the same both ways', () => {
  const [one, other] = [
    { latitude: 30, longitude: 112 },
    { latitude: 31, longitude: 112 },
  ];
  expect(metresBetween(one, other)).toBeCloseTo(111_194.9, 0);
  const place = fc.record({
    latitude: fc.double({ min: 20, max: 50, noNaN: true }),
    longitude: fc.double({ min: 80, max: 130, noNaN: true }),
  });
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 6);
    }),
  );
});

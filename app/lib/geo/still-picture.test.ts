import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gathered, stillPicture } from './still-picture';

const frame = { west: 112.2, south: 30.3, east: 112.3, north: 30.35 };
const size = { width: 640, height: 400 };
const place = fc.record({
  latitude: fc.double({ min: frame.south, max: frame.north, noNaN: true }),
  longitude: fc.double({ min: frame.west, max: frame.east, noNaN: true }),
  kind: fc.constantFrom('done', 'waiting'),
});

it('shows every place within the frame, once', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const { marks } = stillPicture(frame, size, { areas: [], lines: [], places });
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(places.length);
      for (const { x, y } of marks) {
        expect(x >= 0 && x <= size.width).toBe(true);
        expect(y >= 0 && y <= size.height).toBe(true);
      }
    }),
  );
});

it('leaves out what lies outside, and lets marks of one kind keep it', () => {
  const far = { latitude: 31, longitude: 112.25, kind: 'done' };
  expect(stillPicture(frame, size, { areas: [], lines: [], places: [far] }).marks).toEqual([]);
  const marks = gathered([
    { x: 10, y: 10, kind: 'done' },
    { x: 12, y: 10, kind: 'done' },
    { x: 100, y: 10, kind: 'done' },
    { x: 101, y: 10, kind: 'waiting' },
  ]);
  expect(marks.map(({ count, kind }) => [count, kind])).toEqual([
    [2, 'done'],
    [2, null],
  ]);
});

it('draws lines open and surfaces closed, north up', () => {
  const parts = [
    [
      [112.2, 30.3],
      [112.3, 30.35],
    ],
  ] as const;
  const { lines } = stillPicture(frame, size, {
    areas: [],
    lines: [
      { kind: 'street', isSurface: false, parts },
      { kind: 'water', isSurface: true, parts },
    ],
    places: [],
  });
  const [street, water] = lines.map(({ path }) => path);
  expect(water).toBe(`${street}Z`);
  const [, , y1, , y2] = /^M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)$/.exec(street ?? '') ?? [];
  expect(Number(y1)).toBeGreaterThan(Number(y2));
});

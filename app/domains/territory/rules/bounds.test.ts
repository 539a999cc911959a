import { expect, it } from 'vitest';
import { containsPoint, readBounds } from './bounds';

const square = { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] };

it('reads polygons, several polygons and features', () => {
  const outline = readBounds(JSON.stringify(square));
  expect(outline?.[0]).toHaveLength(5);
  expect(readBounds(JSON.stringify({ type: 'MultiPolygon', coordinates: [square.coordinates] }))).toEqual(outline);
  expect(readBounds(JSON.stringify({ type: 'Feature', geometry: square }))).toEqual(outline);
  expect(outline && [containsPoint(outline, [1, 1]), containsPoint(outline, [3, 1])]).toEqual([true, false]);
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
])('refuses %s', (text) => {
  expect(readBounds(text)).toBeNull();
});

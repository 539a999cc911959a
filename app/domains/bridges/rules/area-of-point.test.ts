import { expect, it } from 'vitest';
import { areaOfPoint } from './area-of-point';

const square = (west: number, south: number, size: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  });
const area = (
  id: string,
  bounds: string | null,
  latitude: number | null = null,
  longitude: number | null = null,
) => ({
  id,
  bounds,
  latitude,
  longitude,
});

it('takes the deepest area that holds the point, and leaves holes out', () => {
  const areas = [area('421002', square(112, 30, 1)), area('421002001', square(112.2, 30.2, 0.2))];
  expect(areaOfPoint(areas, { latitude: 30.3, longitude: 112.3 }, 5)).toEqual({ areaId: '421002001' });
  expect(areaOfPoint(areas, { latitude: 30.9, longitude: 112.9 }, 5)).toEqual({ areaId: '421002' });
  const ring = JSON.parse(square(112, 30, 1)) as { coordinates: unknown[] };
  ring.coordinates.push((JSON.parse(square(112.4, 30.4, 0.2)) as { coordinates: unknown[] }).coordinates[0]);
  expect(
    areaOfPoint([area('421002', JSON.stringify(ring))], { latitude: 30.5, longitude: 112.5 }, 5),
  ).toBeNull();
});

it('falls back on the nearest middle within reach', () => {
  const areas = [area('421002001001', null, 30.3, 112.2), area('421002001002', null, 30.4, 112.2)];
  expect(areaOfPoint(areas, { latitude: 30.31, longitude: 112.2 }, 10)).toEqual({ areaId: '421002001001' });
  expect(areaOfPoint(areas, { latitude: 40, longitude: 116 }, 10)).toBeNull();
  expect(
    areaOfPoint([area('4210', null), area('421002', 'nonsense')], { latitude: 1, longitude: 1 }, 10),
  ).toBe('unmapped');
});

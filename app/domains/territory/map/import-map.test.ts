import { afterAll, beforeAll, expect, it } from 'vitest';
import { baseMap } from './base-map.query.server';
import { importMap } from './import-map.server';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { metresBetween } from '~/lib/geo/distance';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

const square = (west: number, south: number, size = 0.02) => ({
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
const feature = (properties: Record<string, unknown> | null, geometry: unknown) => ({
  ...{ type: 'Feature', properties, geometry },
});
const fileOf = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const line = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates });
const system = () => test.as('system');

const district = feature({ code: '421002000000' }, square(112.24, 30.3));
const river = feature({ waterway: 'river', name: '便河' }, line([112.23, 30.31], [112.27, 30.311]));

it('draws outlines of areas, and lines by their kind or the tags of OpenStreetMap', async () => {
  const text = fileOf(
    district,
    river,
    feature({ kind: 'green', name: '公园' }, square(112.245, 30.305, 0.002)),
    feature(
      { highway: 'primary' },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [112.24, 30.3],
            [112.25, 30.3, 25],
          ],
        ],
      },
    ),
    feature({ amenity: 'bench' }, { type: 'Point', coordinates: [112.24, 30.3] }),
    feature(null, null),
  );
  expect(await importMap(system(), `\ufeff${text}`)).toEqual({
    lines: 3,
    outlines: 1,
    skipped: 2,
    faults: [],
  });
  const map = await baseMap(test.as('visitor'), { areaId: '421002' });
  expect(map.frame).toEqual({ west: 112.24, south: 30.3, east: 112.26, north: 30.32 });
  expect(map.areas.map(({ id, name, rings }) => [id, name, rings[0]?.length])).toEqual([
    ['421002', '沙市区', 5],
  ]);
  expect(map.lines.map(({ kind, name, isSurface }) => [kind, name, isSurface])).toEqual([
    ['water', '便河', false],
    ['green', '公园', true],
    ['street', null, false],
  ]);
  // Elsewhere none of it is seen.
  const far = await baseMap(test.as('visitor'), { around: { west: 100, south: 20, east: 101, north: 21 } });
  expect(far.lines).toEqual([]);
});

it('takes the place of the lines that were there; a file of outlines alone leaves them', async () => {
  await importMap(system(), fileOf(river));
  expect(await test.database.read.mapLine.count()).toBe(1);
  await importMap(system(), fileOf(district));
  expect(await test.database.read.mapLine.count()).toBe(1);
});

it('reads files in the coordinates of Chinese maps', async () => {
  // 北京 by the published points: WGS-84 (39.911954, 116.377817).
  const shifted = line([116.38404722455657, 39.91334545536069], [116.39, 39.92]);
  await importMap(system(), fileOf(feature({ kind: 'street' }, shifted)), 'gcj-02');
  const [row] = await test.database.read.mapLine.findMany();
  const [[longitude = 0, latitude = 0] = []] = (
    JSON.parse(row?.geometry ?? '{}') as { coordinates: number[][] }
  ).coordinates;
  expect(metresBetween({ latitude, longitude }, { latitude: 39.911954, longitude: 116.377817 })).toBeLessThan(
    0.2,
  );
});

it.each([
  ['no json', 'no proper JSON'],
  ['{"type":"Feature"}', 'no GeoJSON FeatureCollection'],
  [fileOf(), 'no outlines of areas and no lines'],
  [fileOf(river, feature({ kind: 'water' }, line([112, 30]))), 'feature 2: geometry'],
  [fileOf(river, feature({ kind: 'water' }, line([112, 30], [112, 95]))), 'feature 2: geometry'],
  [fileOf(feature({ kind: 'street' }, { type: 'Point', coordinates: [112, 30] })), 'feature 1: geometry'],
  [fileOf(district, district), 'feature 2: code: 421002000000 stands in feature 1 already'],
  [fileOf(feature({ code: 421099000000 }, square(112, 30))), 'feature 1: code: no area has 421099000000'],
  [fileOf(feature({ code: '421002000000' }, line([112, 30], [113, 30]))), 'feature 1: geometry: the outline'],
])('imports nothing of %s', async (text, said) => {
  const before = await test.database.read.mapLine.findMany();
  const { lines, outlines, faults } = await importMap(system(), text);
  expect([lines, outlines]).toEqual([0, 0]);
  expect(
    faults.map(({ feature: at, reason }) => (at === 0 ? reason : `feature ${at}: ${reason}`)).join(),
  ).toContain(said);
  expect(await test.database.read.mapLine.findMany()).toEqual(before);
});

it('draws no more than a picture bears', async () => {
  const winding = (at: number) =>
    line(
      ...Array.from({ length: 2000 }, (_, step) => [
        112.2 + step / 20_000,
        30.3 + at / 100 + (step % 2) / 300,
      ]),
    );
  const many = Array.from({ length: 40 }, (_, at) =>
    feature({ kind: 'street', name: String(at) }, winding(at / 10)),
  );
  await importMap(system(), fileOf(...many));
  const { lines } = await baseMap(test.as('visitor'), { areaId: '421002' });
  const positions = lines.flatMap(({ parts }) => parts.flat()).length;
  expect(positions).toBeGreaterThan(100);
  expect(positions).toBeLessThanOrEqual(6000);
});

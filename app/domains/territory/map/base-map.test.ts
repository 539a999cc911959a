import { afterAll, beforeAll, expect, it } from 'vitest';
import { baseMap } from './base-map.query.server';
import { importMap } from './import-map.server';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { frameOf, widened } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import type { Position } from '~/lib/geo/polygons';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

const feature = (properties: Record<string, unknown>, type: string, coordinates: unknown) => ({
  ...{ type: 'Feature', properties, geometry: { type, coordinates } },
});
const load = async (...features: unknown[]) => {
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  expect((await importMap(test.as('system'), text)).faults).toEqual([]);
};
const map = (asked: Parameters<typeof baseMap>[1], as?: Parameters<typeof baseMap>[2]) =>
  baseMap(test.as('visitor'), asked, as);
/** A coast: a ring of many positions around the middle. */
const coast = ([x, y]: Position, radius: number, count = 4000): Position[] => {
  const ring = Array.from({ length: count }, (_, at): Position => {
    const far = radius * (1 + 0.05 * Math.sin(at * 1.7));
    return [x + far * Math.cos((2 * Math.PI * at) / count), y + far * Math.sin((2 * Math.PI * at) / count)];
  });
  return [...ring, ...ring.slice(0, 1)];
};
const middle = [112.25, 30.31] as const;
const around: Frame = { west: 112.245, south: 30.305, east: 112.255, north: 30.315 };
const positions = ({ areas, lines }: Awaited<ReturnType<typeof map>>) =>
  [...areas.flatMap(({ rings }) => rings), ...lines.flatMap(({ parts }) => parts)].flat();

it('shows what it is asked for where an area has no outline, and all lines where nothing has', async () => {
  expect((await map({ areaId: '421002' })).frame).toBeNull();
  expect((await map({ areaId: '421002', otherwise: around })).frame).toEqual(around);
  await load(
    feature({ kind: 'street' }, 'LineString', [
      [112, 30],
      [113, 31],
    ]),
  );
  expect((await map({ areaId: '421002' })).frame).toEqual({ west: 112, south: 30, east: 113, north: 31 });
});

it('draws the piece that is seen of what is large, and nothing of what lies elsewhere', async () => {
  await load(
    feature({ code: '421002000000' }, 'Polygon', [coast(middle, 0.1)]),
    feature({ code: '421003000000' }, 'Polygon', [coast([112.9, 30.9], 0.05)]),
    feature({ kind: 'water' }, 'Polygon', [coast(middle, 0.3)]),
    feature({ kind: 'street' }, 'LineString', [
      [112, 30.31],
      [112.25, 30.31],
      [112.25, 30.9],
    ]),
  );
  const seen = await map({ areaId: '421002', around }, { shown: (frame) => frame, mostPositions: 400 });
  expect(seen.areas.map(({ id }) => id)).toEqual(['421002']);
  const within = widened(around, 0.1501);
  const { west, south, east, north } = frameOf(positions(seen)) ?? within;
  expect(west >= within.west && south >= within.south && east <= within.east && north <= within.north).toBe(
    true,
  );
  expect(JSON.stringify(seen).length).toBeLessThan(1500);
  // The corner of the street is kept, and the area is still around the place.
  expect(seen.lines.find(({ kind }) => kind === 'street')?.parts[0]).toHaveLength(3);
  expect(seen.areas[0]?.rings[0]?.at(0)).toEqual(seen.areas[0]?.rings[0]?.at(-1));
});

it('stays small in a city of many winding lines', async () => {
  const winding = (at: number) =>
    Array.from({ length: 800 }, (_, step): Position => [
      112.2 + step / 8000,
      30.26 + at / 1000 + (step % 2) / 2000,
    ]);
  await load(
    ...Array.from({ length: 100 }, (_, at) => feature({ kind: 'street' }, 'LineString', winding(at))),
  );
  const picture = await map({ around }, { shown: (frame) => frame, mostPositions: 400 });
  expect(picture.lines.length).toBeGreaterThan(0);
  expect(positions(picture).length).toBeLessThanOrEqual(800);
  expect(positions(await map({ around })).length).toBeLessThanOrEqual(12_000);
});

it('has room for streets however many brooks the file begins with', async () => {
  const brook = (at: number) => [
    [112.24 + at / 1e6, 30.3],
    [112.24 + at / 1e6, 30.3005],
  ];
  const road = [
    [112.24, 30.31],
    [112.26, 30.31],
  ];
  await load(
    ...Array.from({ length: 1600 }, (_, at) => feature({ kind: 'water' }, 'LineString', brook(at))),
    feature({ kind: 'street', name: '江津路' }, 'LineString', road),
    feature({ kind: 'water', name: '便河' }, 'LineString', [
      [112.24, 30.305],
      [112.26, 30.306],
    ]),
  );
  const { lines } = await map({ around: { west: 112.24, south: 30.3, east: 112.26, north: 30.32 } });
  expect(lines.map(({ name }) => name)).toEqual(expect.arrayContaining(['江津路', '便河']));
});

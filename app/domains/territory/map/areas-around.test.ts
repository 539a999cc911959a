import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { fillFrames, frameColumns } from './area-frames.server';
import { areasAround } from './areas-with-places.query.server';
import { frameAround } from '~/lib/geo/frame';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

const squareAt = (x: number, y: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 0.01, y],
        [x + 0.01, y + 0.01],
        [x, y + 0.01],
        [x, y],
      ],
    ],
  });
const bound = (id: string, bounds: string, withFrame = true) =>
  test.database.transaction((tx) =>
    tx.prisma.area.update({ where: { id }, data: { bounds, ...frameColumns(withFrame ? bounds : null) } }),
  );
async function found(latitude: number, longitude: number): Promise<string[]> {
  const place = { latitude, longitude };
  const inside = { west: longitude, east: longitude, south: latitude, north: latitude };
  const rows = await areasAround(test.as('system'), '4210', { inside, near: frameAround(place, 2000) });
  return rows.map(({ id }) => id).sort();
}

it('areas are asked for around a place, not all of them', async () => {
  await test.database.transaction((tx) =>
    tx.prisma.area.updateMany({ data: { latitude: null, longitude: null } }),
  );
  await bound('421002', squareAt(112.2, 30.3));
  await bound('421003', squareAt(113.2, 30.3));
  expect(await found(30.305, 112.205)).toEqual(['421002']);
  expect(await found(30.305, 112.5)).toEqual([]);
  await test.database.transaction((tx) =>
    tx.prisma.area.update({ where: { id: '421003' }, data: { latitude: 30.31, longitude: 112.205 } }),
  );
  expect(await found(30.305, 112.205)).toEqual(['421002', '421003']);
});

it('bounds of before, whose frame is not known, may lie anywhere until the job has reckoned it', async () => {
  await bound('421002', squareAt(112.2, 30.3), false);
  expect(await found(10, 10)).toEqual(['421002']);
  expect(await found(30.305, 112.205)).toContain('421002');
  expect(await fillFrames(test.as('system'))).toBe(1);
  expect(await fillFrames(test.as('system'))).toBe(0);
  expect(await found(10, 10)).toEqual([]);
  expect(await found(30.305, 112.205)).toContain('421002');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId } from '../../../../tests/factories/proposals';
import { gridId, makeOffices, makeOrder } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { insertAreas } from '../../../../tests/factories/many-areas';
import { statisticsOf } from '../../statistics/statistics.query.server';
import { levelSummary } from './levels.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
}, 60_000);
afterAll(() => test.dispose());

async function handleIn(areaId: string, change: Parameters<typeof makeOrder>[1] = {}): Promise<void> {
  const id = await makeOrder(test, change);
  await test.database.transaction((tx) =>
    tx.prisma.workOrder.update({ where: { id }, data: { handlingAreaId: areaId } }),
  );
}

it('counts what an area has itself, and what lies with each below it, however deep', async () => {
  await handleIn('421002');
  await handleIn('421002', { departmentId: '' });
  await handleIn(communityId);
  await handleIn(gridId, { departmentId: '' });
  await handleIn('421003');
  const { here, below } = await levelSummary(test.as('visitor'), '421002');
  expect(here).toEqual({ id: '421002', name: '沙市区', open: 2, overdue: 0, undispatched: 1 });
  expect(below).toEqual([{ id: '421002001', name: '中山街道', open: 2, overdue: 0, undispatched: 1 }]);
  const city = await levelSummary(test.as('visitor'), '4210');
  expect(city.here.open).toBe(0);
  expect(city.below.map(({ id, open }) => [id, open])).toEqual([
    ['421002', 4],
    ['421003', 1],
  ]);
  const grid = await levelSummary(test.as('visitor'), gridId);
  expect([grid.here.open, grid.below]).toEqual([1, []]);
  test.clock.set(new Date(test.clock.now().getTime() + 90 * 86_400_000));
  expect((await levelSummary(test.as('visitor'), '421002')).here.overdue).toBe(1);
});

it('counts all areas below, however many: a town may have more than a hundred villages', async () => {
  const villages = Array.from({ length: 130 }, (_, at) => `421004001${String(at + 1).padStart(3, '0')}`);
  const last = villages.at(-1) ?? '';
  await insertAreas(test.database, [
    { id: '421004', code: '421004000000', level: 'district', name: '公安县', parentId: '4210' },
    { id: '421004001', code: '421004001000', level: 'street', name: '斗湖堤镇', parentId: '421004' },
    ...villages.map((id, at) => ({
      ...{ id, code: id, level: 'community', name: `第${at + 1}村`, parentId: '421004001' },
    })),
  ]);
  await handleIn(last);
  const { below } = await levelSummary(test.as('visitor'), '421004001');
  expect(below.map(({ id }) => id)).toEqual(villages);
  expect(below.at(-1)?.open).toBe(1);
  const { areaNames } = await statisticsOf(test.as('visitor'), {
    areaId: '421004001',
    from: '2026-01',
    to: '2026-11',
  });
  expect(Object.keys(areaNames)).toHaveLength(villages.length);
  await expect(levelSummary(test.as('visitor'), '9999')).rejects.toMatchObject({ code: 'not-found' });
});

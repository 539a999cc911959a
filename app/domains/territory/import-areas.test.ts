import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importAreas } from './import-areas.server';
import { areaTrail } from './area.query.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';

let test: TestContext;
beforeEach(async () => {
  test = await testContext();
});
afterEach(() => test.dispose());

const good =
  '\ufeffcode,name,name_en\n421000000000,荆州市,Jingzhou\n421002000000,沙市区,Shashi\n421002001000,崇文街道,Chongwen\n';

it('imports a tree, with a byte-order mark, and again without harm', async () => {
  expect(await importAreas(test.as('system'), good)).toEqual({ imported: 3, faults: [] });
  expect(await importAreas(test.as('system'), good)).toEqual({ imported: 3, faults: [] });
  expect(await areaTrail({ ...test.as('system'), locale: 'en' }, '421002001')).toEqual([
    { id: '4210', name: 'Jingzhou' },
    { id: '421002', name: 'Shashi' },
    { id: '421002001', name: 'Chongwen' },
  ]);
});

it('names each bad line and imports nothing', async () => {
  const bad = `${good}42100200,短,\n421003001000,孤儿街道,\n421002000000,重复,\n421002002000,,\n`;
  const result = await importAreas(test.as('system'), bad);
  expect(result.imported).toBe(0);
  expect(result.faults.map((fault) => fault.line)).toEqual([5, 6, 7, 8]);
  expect(await test.database.read.area.count()).toBe(0);
});

it('answers a broken file with its line', async () => {
  expect((await importAreas(test.as('system'), 'code,name\n"4210')).faults).toHaveLength(1);
  expect((await importAreas(test.as('system'), '')).faults).toHaveLength(1);
});

it('lets others write while it imports many thousands, and can be run again', async () => {
  const district = (index: number) => `42${String(1001 + Math.floor(index / 900))}`;
  const code = (index: number) => `${district(index)}${String(100 + (index % 900))}000`;
  const count = 4000;
  const districts = [...new Set(Array.from({ length: count }, (_, index) => district(index)))];
  const cities = [...new Set(districts.map((id) => id.slice(0, 4)))];
  const lines = [
    ...cities.map((id) => `${id}00000000,市`),
    ...districts.map((id) => `${id}000000,区`),
    ...Array.from({ length: count }, (_, index) => `${code(index)},街道${index}`),
  ];
  const csv = `code,name\n${lines.join('\n')}\n`;
  const other = await openDatabase({ url: test.url });
  const importing = importAreas(test.as('system'), csv);
  // The first steps are done once the first areas are there.
  await vi.waitUntil(async () => (await other.read.area.count()) > 0, { timeout: 30_000, interval: 5 });
  const createdAt = new Date('2026-11-24T08:00:00Z');
  const follow = { personId: 'p', subjectKind: 'area', subjectId: '4210', createdAt };
  const writing = other.transaction((tx) => tx.prisma.follow.create({ data: follow }));
  expect(await Promise.race([writing.then(() => 'other'), importing.then(() => 'import')])).toBe('other');
  const result = await importing;
  await other.close();
  expect(result.faults).toEqual([]);
  expect(await test.database.read.area.count()).toBe(result.imported);
  expect(await importAreas(test.as('system'), csv.replace('街道7\n', '改名\n'))).toEqual(result);
  expect(await test.database.read.area.count({ where: { name: '改名' } })).toBe(1);
}, 60_000);

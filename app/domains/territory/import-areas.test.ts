import { afterEach, beforeEach, expect, it } from 'vitest';
import { importAreas } from './import-areas.server';
import { areaTrail } from './area.query.server';
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

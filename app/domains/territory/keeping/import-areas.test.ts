import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importAreas } from './import-areas.server';
import { areaTrail } from '../area.query.server';
import { openDatabase } from '~/platform/db/open-database.server';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';

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
  const parted = await importAreas(test.as('system'), 'code,name\n441900000000,"东莞\n市"');
  expect(parted.faults).toMatchObject([{ line: 3, reason: expect.stringContaining('line break') as string }]);
});

const dongguan =
  'code,name\n441900000000,东莞市\n441900003000,东城街道\n441900003001,岗贝社区\n441900003001005,第五网格\n';

it.each([
  ['UTF-8', Buffer.from(dongguan)],
  ['GB18030', iconv.encode(dongguan, 'gb18030')],
  ['UTF-16', Buffer.from(`\ufeff${dongguan}`, 'utf16le')],
])(
  'imports a city without districts from a file in %s, and everything in it lies below it',
  async (_, bytes) => {
    expect(await importAreas(test.as('system'), bytes)).toEqual({ imported: 4, faults: [] });
    const areas = await test.database.read.area.findMany({ orderBy: { id: 'asc' } });
    expect(areas.map(({ id, level, name, parentId }) => [id, level, name, parentId])).toEqual([
      ['4419', 'city', '东莞市', null],
      ['441900003', 'street', '东城街道', '4419'],
      ['441900003001', 'community', '岗贝社区', '441900003'],
      ['441900003001005', 'grid', '第五网格', '441900003001'],
    ]);
    expect(areas.every(({ id }) => id.startsWith('4419'))).toBe(true);
    expect((await areaTrail(test.as('system'), '441900003001005')).map(({ name }) => name)).toEqual(
      areas.map(({ name }) => name),
    );
  },
);

it('names the line that is in no encoding, and the code and the name that a program destroyed', async () => {
  const broken = Buffer.concat([Buffer.from(good), Buffer.from([0xb6, 0xab, 0xff, 0x0a])]);
  expect((await importAreas(test.as('system'), broken)).faults).toMatchObject([{ line: 5 }]);
  const destroyed = `${good}4.21003E+11,江陵,\n421002002000,\ufffd\ufffd街道,\n`;
  const { faults, imported } = await importAreas(test.as('system'), destroyed);
  expect(faults.map(({ line }) => line)).toEqual([5, 6]);
  expect(faults[0]?.reason).toContain('a spreadsheet has changed it');
  expect(imported).toBe(0);
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
  const importing = importAreas(test.as('system'), Buffer.from(csv));
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
  expect(await importAreas(test.as('system'), Buffer.from(csv.replace('街道7\n', '改名\n')))).toEqual(result);
  expect(await test.database.read.area.count({ where: { name: '改名' } })).toBe(1);
}, 60_000);

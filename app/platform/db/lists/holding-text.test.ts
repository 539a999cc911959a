import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/setup/database';
import type { TestDatabase } from '../../../../tests/setup/database';
import { holding } from './holding-text';

let test: TestDatabase;
const names = [
  '增长 50% 的车流',
  '增长 500 辆车',
  'a_b 路口',
  'acb 路口',
  '反斜杠 \\ 路口',
  '物业WiFi服务',
  '臺灣同鄉會',
  'ＡＢ中心',
];

beforeAll(async () => {
  test = await testDatabase();
  await test.database.transaction((tx) =>
    tx.prisma.organisation.createMany({
      data: names.map((name, at) => ({
        id: `organisation-${at}`,
        kind: 'company',
        name,
        creditCode: String(at),
        areaId: '421002',
        about: '',
        state: 'verified',
        createdAt: new Date(),
      })),
    }),
  );
});
afterAll(() => test.dispose());

async function found(words: string): Promise<string[]> {
  const where = await holding(test.database, { table: 'Organisation', column: 'name', words });
  const rows = await test.database.read.organisation.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map((row) => row.name);
}

it('takes %, _ and the backslash as what they are', async () => {
  expect(await found('%')).toEqual([names[0]]);
  expect(await found('50%')).toEqual([names[0]]);
  expect(await found('_')).toEqual([names[2]]);
  expect(await found('a_b')).toEqual([names[2]]);
  expect(await found('\\')).toEqual([names[4]]);
});

it('finds plain words as before', async () => {
  expect(await found('路口')).toEqual(names.slice(2, 5));
  expect(await found('增长')).toEqual(names.slice(0, 2));
});

it('finds each of several words, in either script, of any width and case', async () => {
  expect(await found('路口 A_B')).toEqual([names[2]]);
  expect(await found('車流')).toEqual([names[0]]);
  expect(await found('wifi 物業')).toEqual([names[5]]);
  expect(await found('ＷＩＦＩ')).toEqual([names[5]]);
  expect(await found('同乡会')).toEqual([names[6]]);
  expect(await found('ab')).toEqual([names[7]]);
  expect(await found(' ')).toHaveLength(names.length);
});

it('leaves none out, however many there are', async () => {
  const more = Array.from({ length: 600 }, (_, at) => ({
    ...{ id: `organisation-more-${at}`, kind: 'company', name: `100%_${at}`, creditCode: `more-${at}` },
    ...{ areaId: '421002', about: '', state: 'verified', createdAt: new Date() },
  }));
  await test.database.transaction((tx) => tx.prisma.organisation.createMany({ data: more }));
  expect(await found('100%_')).toHaveLength(600);
});

import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { censusInUse, censusOf } from './census.query.server';
import { importCensus } from './import-census.server';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { ageBands } from '~/lib/age-bands';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'of-district', { role: 'administrator', areaId: '421002' });
});
afterAll(() => test.dispose());

const head = 'area_code,age_band,people';
const linesOf = (code: string, people: number) => ageBands.map((band) => `${code},${band},${people}`);
const given = { year: 2020, source: '人口普查分街道数据', dryRun: false, topIds: ['4210'] };

const imported = async (lines: readonly string[], change: Partial<typeof given> = {}) =>
  importCensus(await test.asPerson('administrator'), {
    ...{ ...given, ...change },
    table: [head, ...lines].join('\n'),
  });

/** The faults, each with its line and what is wrong. */
const faultsOf = async (lines: readonly string[]) =>
  (await imported(lines)).faults.map(({ line, fault }) => [line, fault]);

describe('census figures', () => {
  it('come in as a version, and the next one holds in its place', async () => {
    expect(await censusInUse(test.as('visitor'))).toBeNull();
    const outcome = await imported([...linesOf('421002000000', 100), ...linesOf(`${communityId}`, 10)]);
    expect(outcome).toEqual({ faults: [], areas: 2, lines: 14, version: 1 });
    expect((await censusOf(test.as('visitor'), [communityId])).get(communityId)?.get('70+')).toBe(10);
    expect(await imported(linesOf('421002000000', 7), { year: 2030 })).toMatchObject({ version: 2 });
    expect(await censusInUse(test.as('visitor'))).toMatchObject({ version: 2, year: 2030 });
    expect((await censusOf(test.as('visitor'), [communityId, '421002'])).size).toBe(1);
    expect(await test.database.read.censusFigure.count({ where: { version: 1 } })).toBe(14);
    const told = await test.database.read.event.findMany({ where: { type: 'census.imported' } });
    expect(told).toHaveLength(2);
    expect(test.invalidated).toContain('census');
  });

  it('come in whole or not at all, and each bad line is named', async () => {
    const before = await censusInUse(test.as('visitor'));
    const good = linesOf('421002000000', 5);
    expect(await faultsOf([...good, '42,18-29,3'])).toEqual([[9, 'fault.area_code']]);
    expect(await faultsOf([...good, '421003000000,18-20,3'])).toEqual([[9, 'fault.age_band']]);
    for (const people of ['', '-1', '1.5', 'many', '1e3x', '1.23E+05'])
      expect(await faultsOf([...good, `421003000000,18-29,${people}`])).toEqual([[9, 'fault.people']]);
    expect(await faultsOf([...good, '421002000000,18-29,5'])).toEqual([[9, 'fault.double']]);
    expect(await faultsOf(good.slice(1))).toEqual([[2, 'fault.missing-ages']]);
    expect((await faultsOf(linesOf('110000000000', 5)))[0]).toEqual([2, 'fault.unknown-area']);
    expect((await faultsOf([...good, ...linesOf(communityId, 6)]))[0]).toEqual([2, 'fault.more-below']);
    expect(await faultsOf([])).toEqual([[1, 'fault.empty']]);
    expect((await importCensus(test.as('system'), { ...given, table: 'a,b\n1,2' })).faults[0]).toMatchObject({
      fault: 'fault.columns',
    });
    expect(await censusInUse(test.as('visitor'))).toEqual(before);
  });

  it('may be tried, and may stand in the encoding of Excel, with other dashes', async () => {
    const lines = linesOf('421002000000', 3).map((line) => line.replace('18-29', '18–29').replace('+', '＋'));
    const table = iconv.encode([head, ...lines].join('\r\n'), 'gb18030');
    const ctx = await test.asPerson('administrator');
    expect(await importCensus(ctx, { ...given, table, dryRun: true })).toMatchObject({
      version: null,
      faults: [],
    });
    expect(await importCensus(ctx, { ...given, table })).toMatchObject({ lines: 7 });
  });

  it('that are sent twice are one version', async () => {
    const ctx = { ...(await test.asPerson('administrator')), formDigest: () => Promise.resolve('the same') };
    const table = [head, ...linesOf('421002000000', 4)].join('\n');
    const first = await importCensus(ctx, { ...given, table });
    expect((await importCensus(ctx, { ...given, table })).version).toBe(first.version);
  });

  it('are for those who administer the whole portal', async () => {
    const table = [head, ...linesOf('421002000000', 3)].join('\n');
    for (const ctx of [test.as('visitor'), await test.asPerson('of-district')])
      await expect(importCensus(ctx, { ...given, table })).rejects.toMatchObject({
        code: expect.any(String),
      });
  });
});

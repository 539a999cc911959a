import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { fired } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { importCensus } from '~/domains/territory/index.server';
import { ageBands } from '~/lib/age-bands';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
});
afterAll(() => test.dispose());

it('census figures that come at once are versions one after the other, each whole', async () => {
  const top = await test.asPerson('top');
  const given = { year: 2020, source: '人口普查', dryRun: false, topIds: ['4210'] };
  const tableOf = (people: number) =>
    ['area_code,age_band,people', ...ageBands.map((band) => `421002000000,${band},${people}`)].join('\n');
  const times = (await fired((at) => importCensus(top, { ...given, table: tableOf(at) }))).done;
  const figures = await test.database.read.censusFigure.groupBy({
    by: ['version'],
    _count: true,
    _min: { people: true },
    _max: { people: true },
    orderBy: { version: 'asc' },
  });
  expect(figures.map(({ version }) => version)).toEqual(
    Array.from({ length: figures.length }, (_, at) => at + 1),
  );
  expect(figures.length).toBeGreaterThanOrEqual(times);
  for (const { _count, _min, _max } of figures) {
    expect(_count).toBe(ageBands.length);
    expect(_min.people).toBe(_max.people);
  }
});

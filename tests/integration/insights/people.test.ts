import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import { makeFeedback } from '../../factories/feedback';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { peopleTakingPart, notePeopleTakingPart } from '~/domains/identity/index.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { oneFigure } from '~/domains/insights/figures/insights.query.server';
import { importCensus } from '~/domains/territory/index.server';
import { erasePerson } from '~/domains/own-data.server';
import { ageBands } from '~/lib/age-bands';

let test: TestContext;

/** Twelve of sixty and more, three of thirty, and one whose age nobody knows, all of one community. */
const people = [
  ...Array.from({ length: 12 }, (_, at) => ({ id: `old-${at}`, birthYear: 1960 })),
  ...Array.from({ length: 3 }, (_, at) => ({ id: `young-${at}`, birthYear: 1995 })),
  { id: 'unknown', birthYear: null },
];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '4210' });
  for (const { id, birthYear } of [...people, { id: 'silent', birthYear: 1950 }]) {
    await makePerson(test, id);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id }, data: { birthYear, residenceAreaId: communityId } }),
    );
  }
  const lines = ['4210'.padEnd(12, '0'), '421002'.padEnd(12, '0'), communityId].flatMap((code) =>
    ageBands.map((band) => `${code},${band},1000`),
  );
  const table = ['area_code,age_band,people', ...lines].join('\n');
  await importCensus(test.as('system'), { table, year: 2020, source: '测试数据', dryRun: false, topIds: [] });
  const proposal = await makeProposal(test, 'old-0');
  await endorseProposal(await test.asPerson('old-1'), proposal);
  for (const { id } of people.slice(2)) await makeFeedback(test, id, {});
  await notePeopleTakingPart(test.as('system'));
});
afterAll(() => test.dispose());

const figure = async (name: 'ages' | 'residents', query: string) =>
  (await oneFigure(await test.asPerson('administrator'), new URLSearchParams(query), name)).figure;

const rowOf = async (name: 'ages' | 'residents', query: string, key: string) =>
  (await figure(name, query)).rows.find((row) => row.key === key)?.values;

it('counts who took part once, however often, and whoever only looked on not at all', async () => {
  await notePeopleTakingPart(test.as('system'));
  await makeProposal(test, 'old-0', { title: '再加两盏路灯' });
  await notePeopleTakingPart(test.as('system'));
  const counted = await peopleTakingPart(test.as('system'), 2026);
  expect(counted.reduce((sum, row) => sum + row.people, 0)).toBe(people.length);
  expect(await test.database.read.yearOfTakingPart.count()).toBe(people.length);
});

it('says who is missing, with the interval', async () => {
  const young = await rowOf('ages', 'exact=1', '30-39');
  expect(young?.[0]).toBe(3);
  expect(young?.[2]).toBe(1000);
  const missing = await rowOf('ages', 'exact=1', '18-29');
  expect(missing?.[0]).toBe(0);
  const old = await rowOf('ages', 'exact=1', '60-69');
  expect(old?.[0]).toBe(12);
  expect(old?.at(-1)).toEqual({ word: 'standing.more' });
  expect((await rowOf('ages', 'exact=1', 'unknown'))?.[0]).toBe(1);
});

it('tells nothing of fewer than five, and nothing from which it would follow', async () => {
  const ages = await figure('ages', '');
  const told = new Map(ages.rows.map(({ key, values }) => [key, values[0]]));
  expect(told.get('30-39')).toBe('hidden');
  expect(told.get('unknown')).toBe('hidden');
  // The twelve are hidden as well, or the three and the one would be what is left of sixteen.
  const hidden = [...told.values()].filter((value) => value === 'hidden').length;
  expect(hidden).toBeGreaterThanOrEqual(2);
  expect(ages.rows.every(({ values }) => values.at(-1) === null)).toBe(true);
});

it('forgets whoever closes the account, also where the events are looked through again', async () => {
  await erasePerson(await test.asPerson('old-5'), 'old-5');
  await notePeopleTakingPart(test.as('system'));
  expect(await test.database.read.yearOfTakingPart.count({ where: { personId: 'old-5' } })).toBe(0);
  const counted = await peopleTakingPart(test.as('system'), 2026);
  expect(counted.reduce((sum, row) => sum + row.people, 0)).toBe(people.length - 1);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../factories/organisations';
import { communityId, makeAreas, makePerson } from '../factories/proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { setTarget } from '~/domains/targets/set-target.server';
import { targetPage, targetsPage } from '~/domains/targets/target.query.server';
import { noMeasures } from '~/domains/statistics/rules/measures';
import { newId } from '~/platform/ids';

let test: TestContext;
const reason = '同一个部门登记了两次';

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  for (const id of ['double', 'kept']) await makeOrganisation(test, { id, kind: 'department', members: {} });
});
afterAll(() => test.dispose());

async function superior(areaId: string, organisationId: string) {
  const now = test.clock.now();
  const data = {
    id: newId(now),
    areaId,
    organisationId,
    personId: 'administrator',
    title: '',
    updatedAt: now,
  };
  await test.database.transaction((tx) => tx.prisma.superior.create({ data }));
}

it('superiors and targets of a department that was merged go on with the other', async () => {
  const administrator = await test.asPerson('administrator');
  const year = test.clock.now().getUTCFullYear();
  const target = (departmentId: string, more: { year?: number; measure?: 'done' | 'resolution' } = {}) =>
    setTarget(administrator, {
      ...{ year, areaId: '421002', measure: 'done' as const, value: '80', departmentId },
      ...{ source: '年度目标责任书', office: '办公室', reason: '年初确定。', ...more },
    });
  const [moved, ofBoth, own, past] = [
    await target('double'),
    await target('double', { measure: 'resolution' }),
    await target('kept', { measure: 'resolution' }),
    await target('double', { year: year - 1 }),
  ];
  for (const [areaId, id] of [
    ['421002', 'double'],
    [communityId, 'double'],
    [communityId, 'kept'],
  ] as const)
    await superior(areaId, id);
  const month = `${year}-01`;
  await test.database.transaction((tx) =>
    tx.prisma.statisticsCell.createMany({
      data: ['double', 'kept'].map((departmentId) => ({
        ...{ areaId: '421002', month, departmentId, category: 'roads-traffic' },
        ...{ ...noMeasures, orders: 7, done: 7 },
      })),
    }),
  );
  await mergeOrganisation(administrator, { organisationId: 'double', intoId: 'kept', reason });
  await runJobs(test);

  const superiors = await test.database.read.superior.findMany({ orderBy: { areaId: 'asc' } });
  expect(superiors.map(({ areaId, organisationId }) => [areaId, organisationId])).toEqual([
    ['421002', 'kept'],
    [communityId, 'kept'],
  ]);
  const visitor = test.as('visitor');
  const page = await targetPage(visitor, moved);
  expect(page.target).toMatchObject({ departmentId: 'kept', actual: '14' });
  expect(page.changes[0]).toMatchObject({ version: 2, reason, became: { source: '年度目标责任书' } });
  expect((await targetPage(visitor, ofBoth)).changes[0]).toMatchObject({ became: null, reason });
  expect((await targetPage(visitor, past)).target.departmentId).toBe('double');
  const now = await targetsPage(visitor, { year });
  expect(now.items.map(({ id }) => id).sort()).toEqual([moved, own].sort());
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../factories/organisations';
import { makeAreas, makePerson } from '../factories/proposals';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { lookForOrganisations } from '~/domains/organisations/index.server';
import { mergeChoices } from '~/domains/organisations/merge-choices.query.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { saveSuperior } from '~/domains/workorders/clocks/set-deadlines.server';

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  for (const id of ['甲志愿队', '乙志愿队', '丙志愿队']) await makeOrganisation(test, { id, members: {} });
  await makeOrganisation(test, { id: '未核实志愿队', members: {}, verified: false });
  await makeOrganisation(test, { id: '志愿科', kind: 'department', members: {} });
  await makeOrganisation(test, { id: '志愿书店', kind: 'enterprise', members: {} });
});
afterAll(() => test.dispose());

/** So many more of its kind in the area, and as many where the administrator holds no office. */
async function insert(count: number) {
  const data = ['421002', '421003'].flatMap((areaId) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ id: `${areaId}-${at}`, kind: 'social-organisation', name: `志愿队${at}`, areaId },
      ...{ creditCode: `${areaId}-${at}`, verifiedCode: `${areaId}-${at}`, about: '志愿', contact: '' },
      ...{ state: 'verified', createdAt: new Date(0) },
    })),
  );
  await test.database.transaction((tx) => tx.prisma.organisation.createMany({ data }));
}

const ids = (rows: readonly { id: string }[] | null) => rows?.map(({ id }) => id).sort();

it('offers the others of its kind in service where the administrator holds office, and takes each of them', async () => {
  const administrator = await test.asPerson('administrator');
  const { organisations } = await mergeChoices(administrator, '甲志愿队');
  expect(ids(organisations.few)).toEqual(['丙志愿队', '乙志愿队'].sort());
  await mergeOrganisation(administrator, {
    organisationId: '甲志愿队',
    intoId: '乙志愿队',
    reason: '登记了两次',
  });
  expect(ids((await mergeChoices(administrator, '乙志愿队')).organisations.few)).toEqual(['丙志愿队']);
});

it('of five hundred finds no others by their names either', async () => {
  await insert(500);
  const administrator = await test.asPerson('administrator');
  const { organisations } = await mergeChoices(administrator, '丙志愿队');
  const { few, known, bounds } = organisations;
  expect(few).toBeNull();
  expect(known.map(({ id }) => id)).not.toContain('丙志愿队');
  const find = async (query: string) =>
    (await lookForOrganisations(administrator, { query, known: [], bounds })).found?.ids;
  expect(await find('志愿科')).toEqual([]);
  expect(await find('志愿书店')).toEqual([]);
  expect(await find('丙志愿队')).toEqual([]);
  expect(await find('乙志愿队')).toEqual(['乙志愿队']);
  expect(await find('志愿队77')).toEqual(['421002-77']);
  expect(await find('志愿队499')).toEqual(['421002-499']);
});

it('a superior is named for departments alone', async () => {
  const input = { areaId: '421002', email: 'administrator@example.org', title: '主任' };
  const administrator = await test.asPerson('administrator');
  await expect(saveSuperior(administrator, { ...input, organisationId: '志愿书店' })).rejects.toMatchObject({
    field: 'organisationId',
  });
});

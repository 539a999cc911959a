import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { addArea, areaNames, areaNamesKept, findAreas, renameArea } from '../index.server';
import { timelineOf } from '../../ledger/index.server';
import { newAreaSchema } from '../schema';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

const revision = async (id: string) => (await areaNamesKept(await test.asPerson('district'), id)).revision;
const added = {
  code: '421002001002',
  name: '文化宫社区',
  nameEnglish: 'Cultural Palace',
  reason: '荆民函〔2026〕3号',
};

it('an administrator renames areas of the own and below; the former name stays in the public history', async () => {
  const district = await test.asPerson('district');
  const names = { name: '青石桥社区', nameEnglish: 'Qingshi Bridge', reason: '荆民函〔2026〕1号' };
  await renameArea(district, communityId, { ...names, revision: await revision(communityId) });
  expect(await areaNames({ ...district, locale: 'en' }, [communityId])).toEqual({
    [communityId]: 'Qingshi Bridge',
  });
  const { events } = await timelineOf(test.as('visitor'), [{ kind: 'area', id: communityId }], null);
  expect(events.map(({ text }) => text)).toEqual(['“青石社区”更名为“青石桥社区”：荆民函〔2026〕1号']);
  await expect(
    renameArea(district, communityId, { ...names, revision: await revision(communityId) }),
  ).rejects.toMatchObject({ field: 'name', reason: 'territory.same-name' });
});

it('nobody else renames, and nobody an area beside or above the own', async () => {
  const names = { name: '别的名称', nameEnglish: '', reason: '没有依据' };
  for (const [who, id] of [
    ['moderator', communityId],
    ['district', '4210'],
    ['district', '421003'],
  ] as const)
    await expect(
      renameArea(await test.asPerson(who), id, { ...names, revision: await revision(id) }),
    ).rejects.toMatchObject({ reason: 'territory.administrators-only' });
});

it('of two who rename at once the second is shown what the first wrote', async () => {
  const district = await test.asPerson('district');
  const known = await revision('421002001');
  const rename = (name: string) =>
    renameArea(district, '421002001', { name, nameEnglish: '', reason: '街道更名', revision: known });
  const both = await Promise.allSettled([rename('中山街'), rename('中山路街道')]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('adds an area right below, where offices above reach it at once and fields find it', async () => {
  const district = await test.asPerson('district');
  expect(await addArea(district, '421002001', added)).toBe('421002001002');
  expect(await test.database.read.area.findUnique({ where: { id: '421002001002' } })).toMatchObject({
    ...{ level: 'community', parentId: '421002001', name: '文化宫社区' },
  });
  expect((await findAreas(district, { query: '文化宫' })).areas.map(({ id }) => id)).toEqual([
    '421002001002',
  ]);
  await renameArea(district, '421002001002', {
    ...{ name: '文化宫新村社区', nameEnglish: '', reason: '居民投票' },
    revision: await revision('421002001002'),
  });
  expect(
    await addArea(district, communityId, { ...added, code: `${communityId}001`, name: '第一网格' }),
  ).toBe(`${communityId}001`);
});

it.each([
  ['421002001', '421002001002', 'territory.known-code'],
  ['421002001', '421002002001', 'territory.not-below'],
  ['421002', '421002001003', 'territory.not-below'],
  ['421002001', '000000000000', 'territory.no-code'],
  ['421003', '421003001000', 'territory.administrators-only'],
])('below %s the code %s is refused: %s', async (above, code, reason) => {
  await expect(addArea(await test.asPerson('district'), above, { ...added, code })).rejects.toMatchObject({
    reason,
  });
});

it('a code is twelve digits or fifteen', () => {
  expect(newAreaSchema.safeParse(added).success).toBe(true);
  for (const code of ['421002', '42100200100a', '4210020010021'])
    expect(newAreaSchema.safeParse({ ...added, code }).success).toBe(false);
});

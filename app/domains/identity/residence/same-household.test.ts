import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { decideResidence, readResidenceAddress, requestResidence } from './residence.server';

let test: TestContext;
const grid = `${communityId}001`;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await test.database.transaction((tx) =>
    tx.prisma.area.create({
      data: { id: grid, code: grid, level: 'grid', name: '第一网格', parentId: communityId },
    }),
  );
  await makePerson(test, 'moderator', { role: 'moderator', areaId: communityId });
});
afterAll(() => test.dispose());

async function asks(id: string, address: string, areaId = communityId): Promise<string> {
  await makePerson(test, id);
  await requestResidence(await test.asPerson(id), { areaId, address, birthYear: 1980 });
  const { id: request } = await test.database.read.residenceVerification.findFirstOrThrow({
    where: { personId: id, state: 'waiting' },
  });
  return request;
}
const livesAt = async (id: string, address: string, areaId = communityId) =>
  decideResidence(await test.asPerson('moderator'), {
    ...{ id: await asks(id, address, areaId), confirm: true, reason: '已核对' },
  });
const read = async (id: string) =>
  readResidenceAddress(await test.asPerson('moderator'), { id, reason: '核对居住申请' });

it('says who lives there already, and in which household the address may be written otherwise', async () => {
  await livesAt('Ann', '便河路1号3栋401室', grid);
  await livesAt('Bob', '便河路1号3栋402室');
  await livesAt('Cai', '沙市区便河路1号3栋401');
  const { address, same, likely } = await read(await asks('Dan', '便河路 1-3-401'));
  expect(address).toBe('便河路 1-3-401');
  const nameOf = async (id: string) =>
    (await test.database.read.person.findUniqueOrThrow({ where: { id } })).displayName;
  expect(same).toEqual([await nameOf('Ann')]);
  expect(likely).toEqual([await nameOf('Cai')]);
  expect(await read(await asks('Eve', '便河路2号1栋101'))).toMatchObject({ same: [], likely: [] });
});

it('tells nobody whose addresses were compared that they were read: nobody has read them', async () => {
  const readings = await test.database.read.event.findMany({ where: { type: 'private.read' } });
  expect(readings.map(({ subjectId }) => subjectId)).toEqual(['Dan', 'Eve']);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate } from '../../../../tests/factories/ballots';
import { communityId, makePerson } from '../../../../tests/factories/proposals';
import { lineOf, scheduledRoll, typedPerson } from '../../../../tests/factories/rolls';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { decideResidence, requestResidence } from '../../identity/residence/residence.server';
import { importRoll } from './import-roll.server';
import { addToRoll } from './keep-roll.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

/** An account whose address a moderator has confirmed as it was written. */
async function livesAt(id: string, displayName: string, address: string): Promise<void> {
  await makePerson(test, id);
  await test.database.transaction((tx) => tx.prisma.person.update({ where: { id }, data: { displayName } }));
  await requestResidence(await test.asPerson(id), { areaId: communityId, address, birthYear: 1980 });
  const { id: request } = await test.database.read.residenceVerification.findFirstOrThrow({
    where: { personId: id, state: 'waiting' },
  });
  await decideResidence(await test.asPerson('moderator'), { id: request, confirm: true, reason: '已核对' });
}
const imported = async (lines: string[]) => {
  const ballot = await scheduledRoll(test);
  await importRoll(await test.asPerson('moderator'), ballot.id, ['姓名,室号,出生年份', ...lines].join('\n'));
  const rows = await test.database.read.rollLine.findMany({
    where: { ballotId: ballot.id },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ personId }) => personId);
};

it('joins whoever lives there, however roll and account write the address', async () => {
  await livesAt('sun', '孙一', '荆州市沙市区便河路一号3栋401室');
  await livesAt('qian', '钱二', '便河路1号 5栋2单元602');
  await livesAt('zhou', '周三', '便河路1号13栋401室');
  expect(await imported(['孙一,3-401,1980', '钱二,５幢２单元６０２室,1980', '周三,3栋401室,1980'])).toEqual([
    'sun',
    'qian',
    null,
  ]);
  expect(await imported(['孙一,便河路1号3栋401,1980', '钱二,602室,1980', '孙一,4栋401,1980'])).toEqual([
    'sun',
    null,
    null,
  ]);
});

it('one person is one line, however the unit is written', async () => {
  const ballot = await scheduledRoll(test);
  const moderator = await test.asPerson('moderator');
  const twice = '姓名,室号,出生年份\n吴四,3栋401室,1980\n吴四,3-401,1980';
  expect((await importRoll(moderator, ballot.id, twice)).faults).toMatchObject([
    { line: 3, fault: 'roll-fault.double', value: '2' },
  ]);
  expect(await importRoll(moderator, ballot.id, '姓名,室号,出生年份\n吴四,3栋401室,1980')).toMatchObject({
    added: 1,
  });
  expect(await importRoll(moderator, ballot.id, '姓名,室号,出生年份\n吴四,３幢401,1980')).toMatchObject({
    ...{ added: 0, same: 1 },
  });
  await expect(
    addToRoll(moderator, ballot.id, { ...typedPerson('吴四'), unit: '3 栋 401', birthYear: 1980 }),
  ).rejects.toMatchObject({ reason: 'ballots.roll-double' });
});

it('knows who stands on a roll that an earlier version began', async () => {
  const ballot = await scheduledRoll(test);
  const moderator = await test.asPerson('moderator');
  const table = '姓名,室号,出生年份\n郑五,3栋401室,1980';
  await importRoll(moderator, ballot.id, table);
  const former = test
    .as('system')
    .keys.hash(`roll ${ballot.id} person ${JSON.stringify(['郑五', '3栋401室', 1980])}`);
  const line = await lineOf(test, ballot, '郑五');
  await test.database.transaction((tx) =>
    tx.prisma.rollLine.update({ where: { id: line?.id ?? '' }, data: { identityKey: former } }),
  );
  expect(await importRoll(moderator, ballot.id, table)).toMatchObject({ added: 0, same: 1 });
});

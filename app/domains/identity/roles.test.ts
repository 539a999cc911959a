import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { openSession } from './sessions.server';
import { resolveActor } from './resolve-actor.server';
import { grantRole, revokeRole, rolesHeld } from './roles.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const id of ['newcomer', 'other']) await makePerson(test, id);
});
afterAll(() => test.dispose());

const grant = { email: 'newcomer@example.org', role: 'moderator' as const, areaId: communityId };
const rowOf = (personId: string) => test.database.read.roleHeld.findFirstOrThrow({ where: { personId } });

it('is given by an administrator of the area or above, once', async () => {
  await expect(grantRole(await test.asPerson('moderator'), grant)).rejects.toMatchObject({
    reason: 'identity.administrators-only',
  });
  const administrator = await test.asPerson('administrator');
  await expect(grantRole(administrator, { ...grant, areaId: '421003' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(grantRole(administrator, { ...grant, email: 'nobody@example.org' })).rejects.toMatchObject({
    field: 'email',
  });
  await grantRole(administrator, grant);
  await expect(grantRole(administrator, grant)).rejects.toMatchObject({ code: 'conflict' });
  expect((await rolesHeld(administrator)).map(({ name, role }) => [name, role])).toContainEqual([
    'newcomer',
    'moderator',
  ]);
  await expect(rolesHeld(await test.asPerson('newcomer'))).rejects.toMatchObject({ code: 'forbidden' });
});

it('is lost at once when it is taken back', async () => {
  const administrator = await test.asPerson('administrator');
  await grantRole(administrator, { ...grant, email: 'other@example.org' });
  const session = await openSession(test.as('visitor'), 'other', 'phone');
  const { id } = await rowOf('other');
  await revokeRole(administrator, { id, reason: '岗位调整' });
  expect(await resolveActor(test.database, session, test.clock.now())).toMatchObject({ roles: [] });
  await expect(revokeRole(administrator, { id, reason: '岗位调整' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('of administration is taken back by another administrator only', async () => {
  const { id } = await rowOf('administrator');
  await expect(
    revokeRole(await test.asPerson('administrator'), { id, reason: '岗位调整' }),
  ).rejects.toMatchObject({ reason: 'identity.own-administration' });
});

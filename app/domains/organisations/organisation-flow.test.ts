import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { chooseOrganisation, openSession } from '../identity/sessions.server';
import { resolveActor } from '../identity/resolve-actor.server';
import { addMember, handOver, leaveOrganisation, removeMember } from './members.server';
import { decideOrganisation, registerOrganisation } from './organisation.server';
import { organisationSchema } from './schema';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['owner', 'colleague', 'stranger']) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

const form = {
  kind: 'social-organisation' as const,
  name: '江豚志愿服务中心',
  creditCode: '91350100M000100Y43',
  areaId: communityId,
  about: '保护长江江豚，服务社区。',
  contact: '',
};

describe('registering', () => {
  it('checks the credit code by its check character', () => {
    expect(organisationSchema.safeParse(form).success).toBe(true);
    const wrong = organisationSchema.safeParse({ ...form, creditCode: '91350100M000100Y44' });
    expect(wrong.error?.issues[0]).toMatchObject({ path: ['creditCode'], message: 'credit-code' });
  });

  it('waits for a moderator of the area, and takes a code once', async () => {
    const id = await registerOrganisation(await test.asPerson('owner'), form);
    await expect(registerOrganisation(await test.asPerson('stranger'), form)).rejects.toMatchObject({
      code: 'conflict',
      field: 'creditCode',
    });
    const session = await openSession(test.as('visitor'), 'owner', 'phone');
    await expect(chooseOrganisation(await test.asPerson('owner'), session, id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const verdict = { organisationId: id, verify: true, reason: '证照齐全' };
    await expect(decideOrganisation(await test.asPerson('elsewhere'), verdict)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await decideOrganisation(await test.asPerson('moderator'), verdict);
    await chooseOrganisation(await test.asPerson('owner'), session, id);
    expect(await resolveActor(test.database, session, test.clock.now())).toMatchObject({
      actingFor: { organisationId: id, mandate: 'owner' },
    });
  });
});

describe('members', () => {
  const mandates = async (organisationId: string) =>
    Object.fromEntries(
      (await test.database.read.organisationMember.findMany({ where: { organisationId } })).map((row) => [
        row.personId,
        row.mandate,
      ]),
    );

  it('are changed by an owner only, who hands over before leaving', async () => {
    const id = await makeOrganisation(test, { id: 'hand-over', members: { owner: 'owner' } });
    const invitation = { email: 'colleague@example.org', mandate: 'representative' as const };
    await expect(addMember(await test.asPerson('stranger'), id, invitation)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      addMember(await test.asPerson('owner'), id, { ...invitation, email: 'nobody@example.org' }),
    ).rejects.toMatchObject({ field: 'email' });
    await addMember(await test.asPerson('owner'), id, invitation);
    await expect(leaveOrganisation(await test.asPerson('owner'), id)).rejects.toMatchObject({
      reason: 'organisations.hand-over-first',
    });
    await handOver(await test.asPerson('owner'), id, 'colleague');
    expect(await mandates(id)).toEqual({ owner: 'representative', colleague: 'owner' });
    await leaveOrganisation(await test.asPerson('owner'), id);
    expect(await mandates(id)).toEqual({ colleague: 'owner' });
  });

  it('lose the mandate in sessions that are open', async () => {
    const id = await makeOrganisation(test, {
      id: 'removed',
      members: { owner: 'owner', colleague: 'representative' },
    });
    const session = await openSession(test.as('visitor'), 'colleague', 'phone');
    await chooseOrganisation(await test.asPerson('colleague'), session, id);
    await removeMember(await test.asPerson('owner'), id, 'colleague');
    expect(await resolveActor(test.database, session, test.clock.now())).toMatchObject({ actingFor: null });
  });
});

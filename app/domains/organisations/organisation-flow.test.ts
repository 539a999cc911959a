import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { chooseOrganisation, openSession } from '../identity/sessions.server';
import { resolveActor } from '../identity/resolve-actor.server';
import { runJobs } from '../../../tests/setup/jobs';
import { mailsTo } from '../../../tests/setup/mails';
import { deactivateOrganisation, reactivateOrganisation } from './deactivate-organisation.server';
import { answerOffer, offerOwnership } from './hand-over.server';
import {
  answerInvitation,
  inviteMember,
  invitationsFor,
  invitationsOut,
  withdrawInvitation,
} from './invite-member.server';
import { leaveOrganisation, removeMember } from './members.server';
import { organisationPage } from './organisation.query.server';
import { decideOrganisation, registerOrganisation, resubmitOrganisation } from './organisation.server';
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

  it('waits for a moderator of the area', async () => {
    const id = await registerOrganisation(await test.asPerson('owner'), form);
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

  const invitation = { email: 'colleague@example.org', mandate: 'representative' as const };

  it('are invited by the owner of a verified organisation, and belong to it once they accept', async () => {
    const id = await makeOrganisation(test, { id: 'inviting', members: { owner: 'owner' } });
    await expect(inviteMember(await test.asPerson('stranger'), id, invitation)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const waiting = await makeOrganisation(test, {
      id: 'unverified',
      verified: false,
      members: { owner: 'owner' },
    });
    await expect(inviteMember(await test.asPerson('owner'), waiting, invitation)).rejects.toMatchObject({
      reason: 'organisations.verified-only',
    });
    await inviteMember(await test.asPerson('owner'), id, invitation);
    await runJobs(test);
    expect(await mandates(id)).toEqual({ owner: 'owner' });
    expect(
      await test.database.read.notification.count({
        where: { personId: 'colleague', type: 'organisation.invited' },
      }),
    ).toBe(1);
    await expect(answerInvitation(await test.asPerson('stranger'), id, 'accept')).rejects.toMatchObject({
      code: 'not-found',
    });
    await answerInvitation(await test.asPerson('colleague'), id, 'accept');
    expect(await mandates(id)).toEqual({ owner: 'owner', colleague: 'representative' });
    await expect(answerInvitation(await test.asPerson('colleague'), id, 'accept')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('cannot be told from addresses that nobody has, nor those who decline from those who wait', async () => {
    const id = await makeOrganisation(test, { id: 'oracle', members: { owner: 'owner' } });
    const owner = await test.asPerson('owner');
    const addresses = ['colleague@example.org', 'nobody@example.org', 'stranger@example.org'];
    for (const email of addresses)
      await expect(inviteMember(owner, id, { ...invitation, email })).resolves.toBeUndefined();
    await runJobs(test);
    await answerInvitation(await test.asPerson('stranger'), id, 'decline');
    const out = await invitationsOut(owner, id);
    expect(out.map(({ email, mandate }) => [email, mandate])).toEqual(
      addresses.map((email) => [email, 'representative']),
    );
    const page = await organisationPage(owner, id);
    expect(page.organisation.members.map((member) => member.person.id)).toEqual(['owner']);
    expect((await mailsTo(test, 'nobody@example.org'))[0]?.text).toContain('/register?next=');
    const before = (await mailsTo(test, 'nobody@example.org')).length;
    for (const email of addresses) await inviteMember(owner, id, { ...invitation, email });
    await runJobs(test);
    expect(await mailsTo(test, 'nobody@example.org')).toHaveLength(before);
    expect((await invitationsFor(await test.asPerson('stranger'))).invitations).toEqual([]);
    await withdrawInvitation(owner, id, out[0]?.id ?? '');
    await expect(answerInvitation(await test.asPerson('colleague'), id, 'accept')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('become the owner only by accepting, and of two offers at once one makes one owner', async () => {
    const id = await makeOrganisation(test, {
      id: 'hand-over',
      members: { owner: 'owner', colleague: 'representative', stranger: 'member' },
    });
    const owner = await test.asPerson('owner');
    await Promise.all([offerOwnership(owner, id, 'colleague'), offerOwnership(owner, id, 'stranger')]);
    expect(await mandates(id)).toMatchObject({ owner: 'owner' });
    const answers = await Promise.allSettled(
      ['colleague', 'stranger', 'colleague', 'stranger'].map(async (who) =>
        answerOffer(await test.asPerson(who), id, 'accept'),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(Object.values(await mandates(id)).filter((mandate) => mandate === 'owner')).toHaveLength(1);
    expect(await mandates(id)).toMatchObject({ owner: 'representative' });
  });

  it('are never kept: an owner leaves, and the organisation goes on or out of service', async () => {
    const going = await makeOrganisation(test, {
      id: 'goes-on',
      members: { owner: 'owner', colleague: 'representative' },
    });
    await leaveOrganisation(await test.asPerson('owner'), going);
    expect(await mandates(going)).toEqual({ colleague: 'representative' });
    await expect(offerOwnership(await test.asPerson('colleague'), going, 'colleague')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await offerOwnership(await test.asPerson('moderator'), going, 'colleague');
    await answerOffer(await test.asPerson('colleague'), going, 'accept');
    expect(await mandates(going)).toEqual({ colleague: 'owner' });
    const ending = await makeOrganisation(test, {
      id: 'ends',
      members: { owner: 'owner', stranger: 'member' },
    });
    await leaveOrganisation(await test.asPerson('owner'), ending);
    const row = () => test.database.read.organisation.findUniqueOrThrow({ where: { id: ending } });
    expect(await row()).toMatchObject({ state: 'inactive', verifiedCode: null });
    const moderator = await test.asPerson('moderator');
    await expect(reactivateOrganisation(moderator, ending, '恢复')).rejects.toMatchObject({
      reason: 'organisations.owner-first',
    });
    await offerOwnership(moderator, ending, 'stranger');
    await answerOffer(await test.asPerson('stranger'), ending, 'accept');
    await reactivateOrganisation(moderator, ending, '恢复');
    expect(await row()).toMatchObject({ state: 'verified', verifiedCode: 'TEST-ends' });
    await runJobs(test);
    expect(
      await test.database.read.notification.count({
        where: { personId: 'moderator', type: 'organisation.without-owner' },
      }),
    ).toBe(2);
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

describe('a credit code', () => {
  const code = '51420000MJ0000000X';
  const claim = { ...form, name: '江陵县公安局', creditCode: code };
  const register = async (who: string) => registerOrganisation(await test.asPerson(who), claim);
  const decide = async (organisationId: string, verify: boolean) =>
    decideOrganisation(await test.asPerson('moderator'), { organisationId, verify, reason: '核对证照' });

  it('is taken by being verified: neither waiting nor refused claims hold it', async () => {
    const squatter = await register('stranger');
    const real = await register('owner');
    await decide(real, true);
    await expect(register('colleague')).rejects.toMatchObject({ code: 'conflict', field: 'creditCode' });
    await expect(decide(squatter, true)).rejects.toMatchObject({ reason: 'organisations.code-known' });
    await decide(squatter, false);
    await expect(
      resubmitOrganisation(await test.asPerson('stranger'), squatter, claim),
    ).rejects.toMatchObject({ reason: 'organisations.code-known' });
    await deactivateOrganisation(await test.asPerson('moderator'), real, '撤销登记');
    test.clock.advance(1000);
    await resubmitOrganisation(await test.asPerson('stranger'), squatter, claim);
    await decide(squatter, true);
    await expect(
      reactivateOrganisation(await test.asPerson('moderator'), real, '恢复'),
    ).rejects.toMatchObject({ reason: 'organisations.code-known' });
  });

  it('is verified for one of two at once', async () => {
    const other = { ...claim, creditCode: '51420000MJ0000001X' };
    const ids = await Promise.all(
      ['owner', 'stranger'].map(async (who) => registerOrganisation(await test.asPerson(who), other)),
    );
    const decided = await Promise.allSettled(ids.map((id) => decide(id, true)));
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('lets a refused organisation be put right by its owner, and verified', async () => {
    const wrong = { ...form, creditCode: '51420000MJ0000002X', name: '错名' };
    const id = await registerOrganisation(await test.asPerson('owner'), wrong);
    await decide(id, false);
    test.clock.advance(1000);
    const right = { ...wrong, name: '沙市江豚协会' };
    await expect(resubmitOrganisation(await test.asPerson('stranger'), id, right)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await resubmitOrganisation(await test.asPerson('owner'), id, right);
    const waiting = { kind: 'organisation-verification', subjectId: id, state: 'open' };
    expect(await test.database.read.queueItem.findFirst({ where: waiting })).toMatchObject({
      title: '沙市江豚协会',
    });
    await decide(id, true);
    expect(await test.database.read.organisation.findUnique({ where: { id } })).toMatchObject({
      state: 'verified',
      name: '沙市江豚协会',
    });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import {
  inviteToRole,
  invitationAt,
  invitationsMade,
  joinByInvitation,
  resolvePerson,
  revokeInvitation,
  revokeRole,
  signIn,
  takeInvitation,
} from '../index.server';
import { forgetExpired } from '../sessions.server';
import { inviteToRoleSchema } from '../schema';
import { erasePerson } from '../../own-data.server';
import { erasedName } from '~/lib/texts/erased-name';
import { sha256 } from '~/lib/sha256';

const day = 24 * 3600_000;
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'passing', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const name of ['zhang', 'li', 'wang']) await makePerson(test, name);
});
afterAll(() => test.dispose());

const input = { role: 'moderator' as const, areaId: communityId, forWhom: '张主任 青石社区', days: 7 };
const invite = async (who = 'district', change: Partial<typeof input> = {}) =>
  inviteToRole(await test.asPerson(who), { ...input, ...change });
const rolesOf = async (personId: string) =>
  (await test.database.read.roleHeld.findMany({ where: { personId } })).map(
    ({ role, areaId }) => `${role} ${areaId}`,
  );
const account = (name: string) => ({
  ...{ email: `${name}@new.example`, displayName: name, password: 'kunpeng-zhanchi-9527' },
});
const over = { code: 'expired', reason: 'identity.invitation-over' };

it('is made by administrators for their areas alone; the link lies nowhere but as a hash', async () => {
  for (const [who, areaId] of [
    ['moderator', communityId],
    ['district', '421003'],
    ['district', '4210'],
  ] as const)
    await expect(invite(who, { areaId })).rejects.toMatchObject({ reason: 'identity.administrators-only' });
  const { id, secret } = await invite();
  const row = await test.database.read.roleInvitation.findUniqueOrThrow({ where: { id } });
  expect(row.tokenHash).toBe(sha256(secret));
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(JSON.stringify(await invitationsMade(await test.asPerson('district')))).not.toContain(row.tokenHash);
  await expect(invitationsMade(await test.asPerson('moderator'))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('looking at it uses nothing up; who takes it has the role, and nobody after', async () => {
  const { secret } = await invite();
  for (let times = 0; times < 3; times += 1)
    expect(await invitationAt(test.as('visitor'), secret)).toMatchObject({
      role: 'moderator',
      areaId: communityId,
    });
  await takeInvitation(await test.asPerson('zhang'), secret);
  expect(await rolesOf('zhang')).toEqual([`moderator ${communityId}`]);
  await expect(takeInvitation(await test.asPerson('li'), secret)).rejects.toMatchObject(over);
  await expect(invitationAt(test.as('visitor'), secret)).rejects.toMatchObject(over);
  expect(await rolesOf('li')).toEqual([]);
  const [newest] = await invitationsMade(await test.asPerson('top'));
  expect(newest).toMatchObject({ state: 'taken', takenBy: 'zhang', invitedBy: 'district' });
});

it('on record stands who gave the role and by which link, and who made the link is told', async () => {
  await makePerson(test, 'chen');
  const { id, secret } = await invite('top');
  const kept = JSON.stringify({ invitedBy: 'top', invitationId: id });
  await takeInvitation(await test.asPerson('chen'), secret);
  const events = await test.database.read.event.findMany({
    where: { privateData: { contains: id } },
    orderBy: { id: 'asc' },
  });
  expect(
    events.map(({ type, subjectId, actorPersonId, isPublic, privateData }) => [
      ...[type, subjectId, actorPersonId, isPublic],
      privateData,
    ]),
  ).toEqual([
    ['role.invited', 'top', 'top', false, kept],
    ['role.granted', 'chen', 'chen', false, kept],
    ['role.invitation-taken', 'top', 'chen', false, kept],
  ]);
  await runJobs(test);
  const told = (type: string) =>
    test.database.read.notification.findMany({
      where: { type, eventId: { in: events.map((event) => event.id) } },
      select: { personId: true },
    });
  expect(await told('role.invitation-taken')).toEqual([{ personId: 'top' }]);
});

it('who gave a role stays on record when whoever took it closes the account', async () => {
  await makePerson(test, 'leaving');
  const { id, secret } = await invite('district');
  await takeInvitation(await test.asPerson('leaving'), secret);
  await erasePerson(await test.asPerson('leaving'), 'leaving');
  const row = await test.database.read.roleInvitation.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ invitedBy: 'district', takenBy: null, forWhom: erasedName });
  expect(row.takenAt).not.toBeNull();
  const made = await invitationsMade(await test.asPerson('top'));
  expect(made.find((one) => one.id === id)).toMatchObject({ state: 'taken', takenBy: '' });
});

it('of many who come at once with one link one has the role', async () => {
  const { secret } = await invite('district', { role: 'staff' as 'moderator' });
  const people = await Promise.all(['li', 'wang', 'moderator'].map((name) => test.asPerson(name)));
  const all = await Promise.allSettled([...people, ...people].map((ctx) => takeInvitation(ctx, secret)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await test.database.read.roleHeld.count({ where: { role: 'staff' } })).toBe(1);
});

it('whoever holds the role already leaves the link for another, and nobody takes the own', async () => {
  const { secret } = await invite();
  await expect(takeInvitation(await test.asPerson('zhang'), secret)).rejects.toMatchObject({
    reason: 'identity.holds-already',
  });
  await expect(takeInvitation(await test.asPerson('district'), secret)).rejects.toMatchObject({
    reason: 'identity.own-invitation',
  });
  await takeInvitation(await test.asPerson('wang'), secret);
  expect(await rolesOf('wang')).toContain(`moderator ${communityId}`);
});

it('the same form sent twice shows one link; once that is taken or taken back, the form makes another', async () => {
  const district = await test.asPerson('district');
  const sameForm = { ...district, formDigest: () => Promise.resolve('the same form') };
  const first = await inviteToRole(sameForm, { ...input, role: 'staff' });
  expect(await inviteToRole(sameForm, { ...input, role: 'staff' })).toEqual(first);
  await takeInvitation(await test.asPerson('top'), first.secret);
  const second = await inviteToRole(sameForm, { ...input, role: 'staff' });
  expect(second.secret).not.toBe(first.secret);
  await revokeInvitation(district, { id: second.id });
  const third = await inviteToRole(sameForm, { ...input, role: 'staff' });
  expect(await invitationAt(test.as('visitor'), third.secret)).toMatchObject({ role: 'staff' });
});

it('without a mail server an account is made by it, with the role, and signs in by its password', async () => {
  const { secret } = await invite();
  const id = await joinByInvitation(test.as('visitor'), secret, account('zhao'));
  expect(await rolesOf(id)).toEqual([`moderator ${communityId}`]);
  expect((await resolvePerson(test.database, id, null)).roles).toEqual([
    { role: 'moderator', areaId: communityId },
  ]);
  await expect(
    signIn(test.as('visitor'), { email: 'zhao@new.example', password: account('zhao').password }, 'browser'),
  ).resolves.toBeDefined();
  await expect(joinByInvitation(test.as('visitor'), secret, account('qian'))).rejects.toMatchObject(over);
  expect(await test.database.read.person.count({ where: { email: 'qian@new.example' } })).toBe(0);
});

it('an address that has an account, or a weak password, leaves the link unused', async () => {
  const { secret } = await invite();
  const join = (change: object) =>
    joinByInvitation(test.as('visitor'), secret, { ...account('sun'), ...change });
  await expect(join({ email: 'li@example.org' })).rejects.toMatchObject({
    ...{ field: 'email', reason: 'identity.sign-in-first' },
  });
  await expect(join({ password: '1234567890' })).rejects.toMatchObject({ field: 'password' });
  expect(await invitationAt(test.as('visitor'), secret)).toMatchObject({ role: 'moderator' });
});

it('of many who join with one address at once, each by an own link, one has the account and the others sign in first', async () => {
  const links = await Promise.all(Array.from({ length: 6 }, () => invite('top')));
  const all = await Promise.allSettled(
    links.map(({ secret }, at) =>
      joinByInvitation(test.as('visitor'), secret, { ...account('wu'), displayName: `吴 ${at}` }),
    ),
  );
  const [joined, ...more] = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(more).toEqual([]);
  for (const one of all)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ field: 'email', reason: 'identity.sign-in-first' });
  const at = all.findIndex(({ status }) => status === 'fulfilled');
  const person = await test.database.read.person.findUniqueOrThrow({ where: { email: 'wu@new.example' } });
  expect([person.id, person.displayName]).toEqual([joined, `吴 ${at}`]);
  expect(await rolesOf(person.id)).toHaveLength(1);
  const ids = links.map(({ id }) => id);
  expect(await test.database.read.roleInvitation.count({ where: { id: { in: ids }, takenAt: null } })).toBe(
    5,
  );
});

it('where the portal sends mail the address is confirmed first, as of everybody', async () => {
  const { secret } = await invite();
  const ctx = test.as('visitor');
  const sends = { ...ctx, configuration: { ...ctx.configuration, smtpUrl: 'smtp://mail.example' } };
  await expect(joinByInvitation(sends, secret, account('zhou'))).rejects.toMatchObject({
    reason: 'identity.mail-confirms',
  });
});

it('holds no longer once taken back, run out, or when who made it has no such office any more', async () => {
  const { id, secret } = await invite();
  await expect(revokeInvitation(await test.asPerson('moderator'), { id })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await revokeInvitation(await test.asPerson('top'), { id });
  await expect(revokeInvitation(await test.asPerson('top'), { id })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(takeInvitation(await test.asPerson('li'), secret)).rejects.toMatchObject(over);

  const byPassing = await invite('passing');
  await revokeRole(await test.asPerson('top'), { id: 'passing-role', reason: '调离岗位' });
  await expect(takeInvitation(await test.asPerson('li'), byPassing.secret)).rejects.toMatchObject(over);

  const last = await invite('district', { days: 1 });
  test.clock.advance(day + 1);
  await expect(takeInvitation(await test.asPerson('li'), last.secret)).rejects.toMatchObject(over);
  const states = (await invitationsMade(await test.asPerson('top'))).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['expired', 'revoked', 'taken', 'open']));
});

it('one that nobody took is forgotten three months after it ran out', async () => {
  const { id } = await invite('top', { days: 1 });
  const there = () => test.database.read.roleInvitation.count({ where: { id } });
  test.clock.advance(90 * day);
  await forgetExpired(test.as('system'));
  expect(await there()).toBe(1);
  test.clock.advance(2 * day);
  await forgetExpired(test.as('system'));
  expect(await there()).toBe(0);
  expect(await test.database.read.roleInvitation.count({ where: { takenBy: 'zhang' } })).toBe(1);
});

it('so many are open at once for one administrator, and bounds of the form hold', async () => {
  const now = test.clock.now();
  const data = Array.from({ length: 100 }, (_, at) => ({
    ...{ id: `many-${at}`, tokenHash: `many-${at}`, role: 'staff', areaId: communityId, forWhom: 'x' },
    ...{ invitedBy: 'top', createdAt: now, expiresAt: new Date(now.getTime() + day) },
  }));
  await test.database.transaction((tx) => tx.prisma.roleInvitation.createMany({ data }));
  await expect(invite('top')).rejects.toMatchObject({ reason: 'identity.too-many-invitations' });
  for (const change of [
    { days: '0' },
    { days: '31' },
    { days: '' },
    { forWhom: '' },
    { role: 'king' },
    { areaId: 'x' },
  ])
    expect(inviteToRoleSchema.safeParse({ ...input, days: '7', ...change }).success).toBe(false);
});

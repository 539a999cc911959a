import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { findPeople, suspendedPeople } from './find-people.query.server';
import { shownAddress } from './shown-address';
import { reinstatePerson, suspendPerson } from './suspend-person.server';
import { resolveActor } from '../resolve-actor.server';
import { openSession } from '../sessions.server';
import { erasePerson } from '../../own-data.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  // The whole portal is administered by who administers the city.
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'administrator', areaId: '421003' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: communityId });
  for (const id of ['resident-1', 'resident-2']) await makePerson(test, id);
  await test.database.transaction(async (tx) => {
    for (const id of ['resident-1', 'moderator'])
      await tx.prisma.person.update({ where: { id }, data: { residenceAreaId: communityId } });
    await tx.prisma.person.update({
      where: { id: 'resident-2' },
      data: { residenceAreaId: null, homeAreaId: null },
    });
  });
});
afterAll(() => test.dispose());

const given = (personId: string) => ({ personId, reason: '冒用他人身份' });
const personOf = (id: string) => test.database.read.person.findUniqueOrThrow({ where: { id } });

it('is for administrators of where the person lives; of people of no area and of offices for the whole portal’s', async () => {
  for (const who of ['moderator', 'elsewhere'])
    await expect(suspendPerson(await test.asPerson(who), given('resident-1'))).rejects.toMatchObject({
      reason: 'identity.administrators-only',
    });
  await expect(suspendPerson(test.as('visitor'), given('resident-1'))).rejects.toMatchObject({
    reason: 'signed-out',
  });
  const district = await test.asPerson('district');
  for (const id of ['resident-2', 'moderator', 'top'])
    await expect(suspendPerson(district, given(id))).rejects.toMatchObject({
      reason: 'identity.whole-portal-only',
    });
  await expect(suspendPerson(await test.asPerson('top'), given('top'))).rejects.toMatchObject({
    reason: 'identity.not-to-oneself',
  });
  await expect(suspendPerson(district, given('nobody'))).rejects.toMatchObject({ code: 'not-found' });
});

it('ends every session and mailed link at once, and says why by the one mail that still goes out', async () => {
  const token = await openSession(test.as('visitor'), 'resident-1', 'phone');
  await test.database.transaction((tx) =>
    tx.prisma.mailToken.create({
      data: {
        ...{ tokenHash: 'x', personId: 'resident-1', purpose: 'reset-password', email: 'a@example.org' },
        ...{ createdAt: test.clock.now(), expiresAt: new Date(test.clock.now().getTime() + 3600_000) },
      },
    }),
  );
  await suspendPerson(await test.asPerson('district'), given('resident-1'));
  expect((await resolveActor(test.database, token, test.clock.now())).kind).toBe('visitor');
  expect(await test.database.read.mailToken.count({ where: { personId: 'resident-1' } })).toBe(0);
  const mail = await test.database.read.mail.findFirstOrThrow({ where: { personId: 'resident-1' } });
  expect(mail.subject).toContain('已停用');
  await expect(suspendPerson(await test.asPerson('district'), given('resident-1'))).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await suspendedPeople(await test.asPerson('district'))).map(({ id }) => id)).toEqual([
    'resident-1',
  ]);
  expect(await suspendedPeople(await test.asPerson('elsewhere'))).toEqual([]);
});

it('is taken back with a reason, which the person is told', async () => {
  await reinstatePerson(await test.asPerson('district'), { personId: 'resident-1', reason: '核实为本人' });
  expect((await personOf('resident-1')).suspendedAt).toBeNull();
  const told = await test.database.read.event.findFirstOrThrow({
    where: { type: 'person.reinstated', subjectId: 'resident-1' },
  });
  expect(told.isPublic).toBe(false);
  await expect(
    reinstatePerson(await test.asPerson('district'), { personId: 'resident-1', reason: '核实为本人' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

it('an erased account is none: it is neither found nor opened again', async () => {
  await test.database.transaction((tx) =>
    tx.prisma.person.update({
      where: { id: 'resident-2' },
      data: { erasedAt: test.clock.now(), suspendedAt: test.clock.now() },
    }),
  );
  const top = await test.asPerson('top');
  await expect(reinstatePerson(top, { personId: 'resident-2', reason: '核实为本人' })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await suspendedPeople(top)).map(({ id }) => id)).toEqual([]);
  expect((await findPeople(top, 'resident')).map(({ id }) => id)).toEqual(['resident-1']);
});

it('people are found by name or by their whole address, in the own areas, and shown without it', async () => {
  const district = await test.asPerson('district');
  const [found] = await findPeople(district, 'resident-1');
  expect(found).toMatchObject({ id: 'resident-1', areaId: communityId, maySuspend: true });
  expect(JSON.stringify(found)).not.toContain((await personOf('resident-1')).email);
  expect((await findPeople(district, (await personOf('resident-1')).email.toUpperCase())).length).toBe(1);
  expect(await findPeople(district, 'r')).toEqual([]);
  expect(await findPeople(await test.asPerson('elsewhere'), 'resident-1')).toEqual([]);
  for (const query of ['%%', '__', "' OR 1=1 --", '\\\\', 'x'.repeat(5000)])
    expect(await findPeople(district, query)).toEqual([]);
  for (const who of ['moderator', 'resident-1'])
    await expect(findPeople(await test.asPerson(who), 'resident')).rejects.toMatchObject({
      code: 'forbidden',
    });
});

it('whoever is of the own areas is found behind any number of the same name elsewhere', async () => {
  const people = Array.from({ length: 1200 }, (_, at) => ({
    ...{ id: `a-${at}`, email: `a-${at}@example.org`, displayName: '王芳', residenceAreaId: '421003' },
    ...{ passwordHash: 'x', emailConfirmedAt: new Date(0), createdAt: new Date(0) },
  }));
  const own = { ...people[0], id: 'z-own', email: 'z@example.org', residenceAreaId: communityId };
  await test.database.transaction((tx) => tx.prisma.person.createMany({ data: [...people, own] as never }));
  expect((await findPeople(await test.asPerson('district'), '王芳')).map(({ id }) => id)).toEqual(['z-own']);
  expect(await findPeople(await test.asPerson('top'), '王芳')).toHaveLength(20);
});

it('what was written with it goes with the account', async () => {
  await erasePerson(test.as('system'), 'resident-1');
  const events = await test.database.read.event.findMany({ where: { subjectId: 'resident-1' } });
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['person.suspended', 'person.reinstated']),
  );
  const words = JSON.stringify([events, await test.database.read.notification.findMany()]);
  for (const reason of ['冒用他人身份', '核实为本人']) expect(words).not.toContain(reason);
});

it('shows the first character of an address and what follows the @', () => {
  expect(shownAddress('chen.guilan@example.org')).toBe('c***@example.org');
  expect(shownAddress('@example.org')).toBe('');
  expect(shownAddress('')).toBe('');
});

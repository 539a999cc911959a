import { rekeyHouseholds } from './residence/rekey-households.server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import { mailedTokens, mailsTo } from '../../../tests/setup/mails';
import type { TestContext } from '../../../tests/setup/context';
import { erasePerson, exportPerson } from '../own-data.server';
import { confirmAddress, register } from './proving/register.server';
import { requestPasswordReset, resetPassword } from './proving/reset-password.server';
import { decideResidence, readResidenceAddress, requestResidence } from './residence/residence.server';
import { resolveActor } from './resolve-actor.server';
import { endSession, sessionKey, signIn, signOutElsewhere } from './sessions.server';

let test: TestContext;
const password = 'spring river lamp';
const hour = 3600_000;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

const newcomer = (email: string) => register(test.as('visitor'), { email, displayName: '陈桂兰', password });

/** The token in the newest mail to the address, as its reader would follow it. */
async function tokenFor(email: string, path: 'confirm' | 'reset-password'): Promise<string> {
  await runJobs(test);
  return (await mailedTokens(test, email, path))[0] ?? '';
}

async function confirmed(email: string): Promise<string> {
  await newcomer(email);
  return confirmAddress(test.as('visitor'), await tokenFor(email, 'confirm'), password);
}

describe('registering', () => {
  it('lets nobody in before the address is confirmed, and takes the link once', async () => {
    await newcomer('chen@example.org');
    const credentials = { email: 'chen@example.org', password };
    await expect(signIn(test.as('visitor'), credentials, 'phone')).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'identity.confirm-first',
    });
    const token = await tokenFor('chen@example.org', 'confirm');
    await confirmAddress(test.as('visitor'), token, password);
    await expect(confirmAddress(test.as('visitor'), token, password)).rejects.toMatchObject({
      code: 'expired',
    });
    expect((await signIn(test.as('visitor'), credentials, 'phone')).displayName).toBe('陈桂兰');
  });

  it('does not tell who has an account: the owner of the address is mailed instead', async () => {
    await confirmed('known@example.org');
    await expect(newcomer('known@example.org')).resolves.toBeUndefined();
    expect(await tokenFor('known@example.org', 'reset-password')).not.toBe('');
    expect((await mailsTo(test, 'known@example.org'))[0]?.subject).toContain('已经有账号');
    expect(await test.database.read.person.count({ where: { email: 'known@example.org' } })).toBe(1);
  });

  it('keeps no token and no password in the database', async () => {
    await newcomer('secret@example.org');
    const token = await tokenFor('secret@example.org', 'confirm');
    const kept = JSON.stringify([
      await test.database.read.mailToken.findMany(),
      await test.database.read.pendingRegistration.findMany(),
      await test.database.read.person.findMany(),
      await test.database.read.mail.findMany(),
      await test.database.read.outboxJob.findMany(),
    ]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(password);
  });

  it('makes one account of two registrations at once', async () => {
    await Promise.all([newcomer('twice@example.org'), newcomer('twice@example.org')]);
    const links = await mailedTokens(test, 'twice@example.org', 'confirm');
    const tried = await Promise.allSettled(
      links.map((link) => confirmAddress(test.as('visitor'), link, password)),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await test.database.read.person.count({ where: { email: 'twice@example.org' } })).toBe(1);
  });
});

describe('a forgotten password', () => {
  it('is set anew by a link that lasts two hours, and ends every session', async () => {
    await confirmed('forgot@example.org');
    const { token: session } = await signIn(
      test.as('visitor'),
      { email: 'forgot@example.org', password },
      'phone',
    );
    await requestPasswordReset(test.as('visitor'), 'forgot@example.org');
    const late = await tokenFor('forgot@example.org', 'reset-password');
    test.clock.advance(3 * hour);
    await expect(resetPassword(test.as('visitor'), late, 'another password')).rejects.toMatchObject({
      code: 'expired',
    });
    await requestPasswordReset(test.as('visitor'), 'forgot@example.org');
    await resetPassword(
      test.as('visitor'),
      await tokenFor('forgot@example.org', 'reset-password'),
      'another password',
    );
    expect((await resolveActor(test.database, session, test.clock.now())).kind).toBe('visitor');
    await expect(
      signIn(test.as('visitor'), { email: 'forgot@example.org', password }, 'phone'),
    ).rejects.toMatchObject({ reason: 'identity.wrong-password' });
  });

  it('answers the same for an address that nobody has', async () => {
    await expect(requestPasswordReset(test.as('visitor'), 'nobody@example.org')).resolves.toBeUndefined();
    expect(await test.database.read.mail.count({ where: { recipient: 'nobody@example.org' } })).toBe(0);
  });
});

describe('devices', () => {
  it('are ended one by one or all but this one, never another person’s', async () => {
    const personId = await confirmed('devices@example.org');
    const otherId = await confirmed('other@example.org');
    const open = () => signIn(test.as('visitor'), { email: 'devices@example.org', password }, 'phone');
    const [one, two, three] = [await open(), await open(), await open()];
    await expect(endSession(test.as('visitor'), otherId, sessionKey(one.token))).rejects.toMatchObject({
      code: 'not-found',
    });
    await endSession(test.as('visitor'), personId, sessionKey(one.token));
    await signOutElsewhere(test.as('visitor'), personId, two.token);
    const kinds = [one, two, three].map(({ token }) => resolveActor(test.database, token, test.clock.now()));
    expect((await Promise.all(kinds)).map(({ kind }) => kind)).toEqual(['visitor', 'person', 'visitor']);
  });

  it('are forgotten after thirty days', async () => {
    await confirmed('old@example.org');
    const { token } = await signIn(test.as('visitor'), { email: 'old@example.org', password }, 'phone');
    const later = new Date(test.clock.now().getTime() + 31 * 24 * hour);
    expect((await resolveActor(test.database, token, later)).kind).toBe('visitor');
  });
});

describe('residence', () => {
  const address = '便河路 12 号 3 栋 401';
  const ask = async (personId: string, areaId = communityId) =>
    requestResidence(await test.asPerson(personId), { areaId, address, birthYear: 1955 });
  const waiting = (personId: string) =>
    test.database.read.residenceVerification.findFirstOrThrow({ where: { personId, state: 'waiting' } });

  it('is confirmed by a moderator of the area only, and once', async () => {
    const personId = await confirmed('resident@example.org');
    await ask(personId);
    await expect(ask(personId)).rejects.toMatchObject({ reason: 'identity.residence-waiting' });
    const { id } = await waiting(personId);
    const verdict = { id, confirm: true, reason: '与登记一致' };
    await expect(decideResidence(await test.asPerson('elsewhere'), verdict)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const moderator = await test.asPerson('moderator');
    await decideResidence(moderator, verdict);
    await expect(decideResidence(moderator, verdict)).rejects.toMatchObject({ code: 'conflict' });
    expect((await test.asPerson(personId)).actor).toMatchObject({ residenceAreaId: communityId });
  });

  it('waits once, however often it is asked for at once', async () => {
    const personId = await confirmed('fifty@example.org');
    await Promise.allSettled(Array.from({ length: 50 }, () => ask(personId)));
    const { read } = test.database;
    expect(await read.residenceVerification.count({ where: { personId } })).toBe(1);
    const { id } = await waiting(personId);
    expect(await read.queueItem.count({ where: { subjectId: id } })).toBe(1);
  });

  it('keeps the address sealed, and reads of it on record', async () => {
    const personId = await confirmed('sealed@example.org');
    await ask(personId);
    const { id, sealedAddress } = await waiting(personId);
    expect(sealedAddress).not.toContain('便河路');
    const reading = { id, reason: '核对居住申请' };
    expect(await readResidenceAddress(await test.asPerson('moderator'), reading)).toMatchObject({ address });
    expect(
      await test.database.read.event.count({ where: { type: 'private.read', subjectId: personId } }),
    ).toBe(1);
    await expect(
      readResidenceAddress(await test.asPerson(personId), { id, reason: '好奇' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('knows one household however its address is written, and refuses a district as a home', async () => {
    const [one, other] = [await confirmed('home1@example.org'), await confirmed('home2@example.org')];
    await expect(ask(one, '421002')).rejects.toMatchObject({ field: 'areaId' });
    await ask(one);
    const ctx = await test.asPerson(other);
    await requestResidence(ctx, { areaId: communityId, address: '便河路12号3栋401', birthYear: 1960 });
    for (const personId of [one, other]) {
      const { id } = await waiting(personId);
      await decideResidence(await test.asPerson('moderator'), { id, confirm: true, reason: '与登记一致' });
    }
    const people = await test.database.read.person.findMany({ where: { id: { in: [one, other] } } });
    expect(people[0]?.householdKey).toBeTruthy();
    expect(new Set(people.map((person) => person.householdKey)).size).toBe(1);
  });

  it('is one household under its community and under a grid of it, and so once it was told otherwise', async () => {
    const gridId = `${communityId}001`;
    await test.database.transaction((tx) =>
      tx.prisma.area.create({
        data: { id: gridId, code: gridId, level: 'grid', name: '第一网格', parentId: communityId },
      }),
    );
    const homes = [
      ['grid1@example.org', communityId, '便河路12号3栋402室'],
      ['grid2@example.org', gridId, '便河路 12-3-402'],
      ['grid3@example.org', gridId, '便河路十二号三栋四〇二'],
      ['grid4@example.org', gridId, '便河路1号23栋402室'],
    ] as const;
    const ids: string[] = [];
    for (const [email, areaId, written] of homes) {
      const personId = await confirmed(email);
      const input = { areaId, address: written, birthYear: 1960 };
      await requestResidence(await test.asPerson(personId), input);
      const { id } = await waiting(personId);
      await decideResidence(await test.asPerson('moderator'), { id, confirm: true, reason: '与登记一致' });
      ids.push(personId);
    }
    const keys = async () => {
      const rows = await test.database.read.person.findMany({ where: { id: { in: ids } } });
      return ids.map((id) => rows.find((row) => row.id === id)?.householdKey ?? '');
    };
    const before = await keys();
    expect(new Set(before.slice(0, 3)).size).toBe(1);
    expect(new Set(before).size).toBe(2);
    for (const id of ids)
      await test.database.transaction((tx) =>
        tx.prisma.person.update({ where: { id }, data: { householdKey: `of an older version ${id}` } }),
      );
    await rekeyHouseholds(test.as('system'));
    expect(await keys()).toEqual(before);
  });
});

describe('own data', () => {
  it('can be taken along without secrets, and erased', async () => {
    const personId = await confirmed('leaving@example.org');
    const ctx = await test.asPerson(personId);
    const taken = await exportPerson(ctx, personId);
    expect(taken.identity?.person).toMatchObject({ email: 'leaving@example.org' });
    expect(JSON.stringify(taken)).not.toContain('argon2');
    await erasePerson(ctx, personId);
    const kept = JSON.stringify(await test.database.read.person.findUnique({ where: { id: personId } }));
    expect(kept).not.toContain('leaving@example.org');
    expect(kept).not.toContain('陈桂兰');
    await expect(
      signIn(test.as('visitor'), { email: 'leaving@example.org', password }, 'phone'),
    ).rejects.toMatchObject({ reason: 'identity.wrong-password' });
  });
});

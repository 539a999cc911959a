import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { mailedTokens } from '../../../../tests/setup/mails';
import { SoftPasskey } from '../../../../tests/setup/soft-passkey';
import type { SoftOptions } from '../../../../tests/setup/soft-passkey';
import { erasePerson, exportPerson } from '../../own-data.server';
import { hashPassword } from '../proving/passwords.server';
import { requestPasswordReset, resetPassword } from '../proving/reset-password.server';
import { resolveActor } from '../resolve-actor.server';
import { enterByPassword, forgetExpired, openSession, signIn } from '../sessions.server';
import { addPasskey, askForNewPasskey } from './add-passkey.server';
import {
  askForSecondFactor,
  askToSignIn,
  enterByCode,
  enterByPasskey,
  signInWithPasskey,
} from './enter.server';
import { giveRecoveryCode } from './give-recovery-code.server';
import { passkeysPage, removePasskey, renamePasskey } from './keep-passkeys.server';
import { renewRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from './second-factor.server';

let test: TestContext;
const password = 'spring river lamp';
const minute = 60_000;
let count = 0;
let who: string;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'staff', { role: 'staff', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

async function somebody(): Promise<string> {
  const id = await makePerson(test, `holder-${(count += 1)}`);
  const passwordHash = await hashPassword(password);
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id }, data: { passwordHash, homeAreaId: '421002001001' } }),
  );
  return id;
}
beforeEach(async () => {
  who = await somebody();
});

const visitor = () => test.as('visitor');
const email = () => `${who}@example.org`;

async function withPasskey(id = who, options: SoftOptions = {}): Promise<SoftPasskey> {
  const ctx = await test.asPerson(id);
  const device = new SoftPasskey();
  const credential = device.made(await askForNewPasskey(ctx, password), options);
  await addPasskey(ctx, { credential, name: '我的手机' });
  return device;
}

const signInBy = async (device: SoftPasskey, options: SoftOptions = {}) =>
  signInWithPasskey(visitor(), device.used(await askToSignIn(visitor()), options), 'phone');

/** Turns the second step on; answers the recovery codes. */
async function twoSteps(): Promise<string[]> {
  const token = await openSession(visitor(), who, 'phone');
  return (await turnOnSecondFactor(await test.asPerson(who), { password, token })).split('\n');
}

const halfOf = async () => {
  const entered = await signIn(visitor(), { email: email(), password }, 'phone');
  expect(entered.isHalf).toBe(true);
  return { half: entered.token, userAgent: 'phone' };
};
const actorOf = (token: string) => resolveActor(test.database, token, test.clock.now());
const wrong = { code: 'invalid', reason: 'identity.wrong-passkey' };
const eventsOf = async (type: string) =>
  test.database.read.event.findMany({ where: { type, subjectId: who } });

describe('a passkey', () => {
  it('signs its owner in, and nobody else, and each answer once', async () => {
    const device = await withPasskey();
    const answer = device.used(await askToSignIn(visitor()));
    const { token, displayName } = await signInWithPasskey(visitor(), answer, 'phone');
    expect(displayName).toBe(who);
    expect(await actorOf(token)).toMatchObject({ kind: 'person', personId: who });
    await expect(signInWithPasskey(visitor(), answer, 'phone')).rejects.toMatchObject(wrong);
    expect((await eventsOf('passkey.added')).map(({ publicData }) => publicData)).toEqual([
      expect.stringContaining('我的手机'),
    ]);
  });

  it('is asked for by the portal, at its own address, and unlocked', async () => {
    const device = await withPasskey();
    const wrongs: SoftOptions[] = [
      { origin: 'http://localhost:3000.evil.example' },
      { origin: 'https://localhost:3000' },
      { rpId: 'evil.example' },
      { unlocked: false },
      { counter: 1 },
    ];
    for (const options of wrongs)
      await expect(signInBy(device, options), JSON.stringify(options)).rejects.toMatchObject(wrong);
    const stranger = new SoftPasskey();
    await expect(signInBy(stranger)).rejects.toMatchObject(wrong);
    const made = device.used({ challenge: 'c29tZXRoaW5nIG1hZGUgdXA' });
    await expect(signInWithPasskey(visitor(), made, 'phone')).rejects.toMatchObject(wrong);
    await signInBy(device, { counter: 50 });
    await expect(signInBy(device, { counter: 50 })).rejects.toMatchObject(wrong);
  });

  it('signs nothing with a challenge of another purpose, or after five minutes', async () => {
    const device = await withPasskey();
    await twoSteps();
    const { half } = await halfOf();
    const other = device.used(await askForSecondFactor(visitor(), half));
    await expect(signInWithPasskey(visitor(), other, 'phone')).rejects.toMatchObject(wrong);
    const late = await askToSignIn(visitor());
    test.clock.advance(6 * minute);
    await expect(signInWithPasskey(visitor(), device.used(late), 'phone')).rejects.toMatchObject(wrong);
    await forgetExpired(test.as('system'));
    expect(await test.database.read.passkeyChallenge.count()).toBe(0);
  });

  it('is added after the password alone, by the person who was asked, unlocked', async () => {
    const ctx = await test.asPerson(who);
    await expect(askForNewPasskey(ctx, 'something else')).rejects.toMatchObject({ field: 'password' });
    const asked = await askForNewPasskey(ctx, password);
    const other = await test.asPerson(await somebody());
    const credential = new SoftPasskey().made(asked);
    await expect(addPasskey(other, { credential, name: 'x' })).rejects.toMatchObject(wrong);
    await expect(withPasskey(who, { unlocked: false })).rejects.toMatchObject(wrong);
    await expect(withPasskey(who, { origin: 'https://evil.example' })).rejects.toMatchObject(wrong);
    expect((await passkeysPage(ctx)).passkeys).toEqual([]);
  });

  it('is named anew and removed by its owner alone, after the password', async () => {
    const device = await withPasskey();
    const ctx = await test.asPerson(who);
    const [{ id } = { id: '' }] = (await passkeysPage(ctx)).passkeys;
    const other = await test.asPerson(await somebody());
    await expect(renamePasskey(other, { id, name: 'mine' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(removePasskey(other, { id, password })).rejects.toMatchObject({ code: 'not-found' });
    await renamePasskey(ctx, { id, name: '旧手机' });
    expect((await passkeysPage(ctx)).passkeys).toMatchObject([{ name: '旧手机' }]);
    await expect(removePasskey(ctx, { id, password: 'no' })).rejects.toMatchObject({ field: 'password' });
    await removePasskey(ctx, { id, password });
    await expect(signInBy(device)).rejects.toMatchObject(wrong);
  });

  it('is added once by a form that is sent again', async () => {
    const ctx = await test.asPerson(who);
    const credential = new SoftPasskey().made(await askForNewPasskey(ctx, password));
    const id = await addPasskey(ctx, { credential, name: '我的手机' });
    expect(await addPasskey(ctx, { credential, name: '我的手机' })).toBe(id);
    expect((await passkeysPage(ctx)).passkeys).toHaveLength(1);
    expect(await eventsOf('passkey.added')).toHaveLength(1);
    const other = await test.asPerson(await somebody());
    await expect(addPasskey(other, { credential, name: 'x' })).rejects.toMatchObject(wrong);
    await removePasskey(ctx, { id, password });
    await expect(addPasskey(ctx, { credential, name: '我的手机' })).rejects.toMatchObject(wrong);
  });

  it('does not let in who is suspended', async () => {
    const device = await withPasskey();
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: who }, data: { suspendedAt: test.clock.now() } }),
    );
    await expect(signInBy(device)).rejects.toMatchObject(wrong);
  });

  it('stands in the own data without secrets, and goes with the person', async () => {
    const device = await withPasskey();
    const codes = await twoSteps();
    const exported = JSON.stringify(await exportPerson(await test.asPerson(who), who));
    expect(exported).toContain('我的手机');
    for (const code of codes) expect(exported).not.toContain(code);
    expect(exported).not.toContain('codeHash');
    await erasePerson(await test.asPerson(who), who);
    for (const table of ['passkey', 'recoveryCode', 'halfSignIn'] as const)
      expect(
        await (test.database.read[table] as { count(q: unknown): Promise<number> }).count({
          where: { personId: who },
        }),
      ).toBe(0);
    await expect(signInBy(device)).rejects.toMatchObject(wrong);
  });
});

describe('signing in with two steps', () => {
  it('takes a passkey first, and then the password alone opens no session', async () => {
    const ctx = await test.asPerson(who);
    await expect(turnOnSecondFactor(ctx, { password, token: '' })).rejects.toMatchObject({
      reason: 'identity.passkey-first',
    });
    const device = await withPasskey();
    const before = await openSession(visitor(), who, 'an old phone');
    await twoSteps();
    expect(await actorOf(before)).toEqual({ kind: 'visitor' });
    const entering = await halfOf();
    expect(await actorOf(entering.half)).toEqual({ kind: 'visitor' });
    const answer = device.used(await askForSecondFactor(visitor(), entering.half));
    const { token } = await enterByPasskey(visitor(), entering, answer);
    expect(await actorOf(token)).toMatchObject({ personId: who });
    await expect(enterByCode(visitor(), entering, 'x')).rejects.toMatchObject({ code: 'expired' });
  });

  it('takes a passkey of who gave the password, and not of another', async () => {
    await withPasskey();
    await twoSteps();
    const thief = await withPasskey(await somebody());
    const entering = await halfOf();
    const answer = thief.used(await askForSecondFactor(visitor(), entering.half));
    await expect(enterByPasskey(visitor(), entering, answer)).rejects.toMatchObject(wrong);
  });

  it('is passed by a recovery code, however it is typed, once; the person is told', async () => {
    await withPasskey();
    const [first = '', second = ''] = await twoSteps();
    const entering = await halfOf();
    await expect(enterByCode(visitor(), entering, 'AAAA-BBBB-CCCC-DDDD')).rejects.toMatchObject({
      field: 'code',
      reason: 'identity.wrong-recovery-code',
    });
    await enterByCode(visitor(), entering, ` ${first.toLowerCase().replaceAll('-', ' ')}`);
    await expect(enterByCode(visitor(), await halfOf(), first)).rejects.toMatchObject({ field: 'code' });
    const [told] = await eventsOf('recovery-code.used');
    expect(told?.publicData).toContain('"left":9');
    const renewed = await renewRecoveryCodes(await test.asPerson(who), password);
    expect(renewed.split('\n')).toHaveLength(10);
    await expect(enterByCode(visitor(), await halfOf(), second)).rejects.toMatchObject({ field: 'code' });
  });

  it('keeps out who reads the mail: a new password by mail removes no passkey and opens no session', async () => {
    const device = await withPasskey();
    await twoSteps();
    const begun = await halfOf();
    await requestPasswordReset(visitor(), email());
    await runJobs(test);
    const [token = ''] = await mailedTokens(test, email(), 'reset-password');
    const personId = await resetPassword(visitor(), token, 'a password of the thief');
    const entered = await enterByPassword(visitor(), personId, 'thief');
    expect(entered.isHalf).toBe(true);
    expect(await actorOf(entered.token)).toEqual({ kind: 'visitor' });
    await expect(askForSecondFactor(visitor(), begun.half)).rejects.toMatchObject({ code: 'expired' });
    expect(await signInBy(device)).toMatchObject({ displayName: who });
  });

  it('keeps the last passkey, is turned off after the password, and then asks no more', async () => {
    await withPasskey();
    const [code = ''] = await twoSteps();
    const ctx = await test.asPerson(who);
    const [{ id } = { id: '' }] = (await passkeysPage(ctx)).passkeys;
    await expect(removePasskey(ctx, { id, password })).rejects.toMatchObject({
      reason: 'identity.last-passkey',
    });
    const entering = await halfOf();
    await expect(turnOffSecondFactor(ctx, 'no')).rejects.toMatchObject({ field: 'password' });
    await turnOffSecondFactor(ctx, password);
    expect((await signIn(visitor(), { email: email(), password }, 'phone')).isHalf).toBe(false);
    await expect(enterByCode(visitor(), entering, code)).rejects.toMatchObject({ field: 'code' });
    expect((await passkeysPage(ctx)).codes).toBe(0);
  });

  it('waits ten minutes for the second step', async () => {
    await withPasskey();
    const [code = ''] = await twoSteps();
    const entering = await halfOf();
    test.clock.advance(11 * minute);
    await expect(enterByCode(visitor(), entering, code)).rejects.toMatchObject({ code: 'expired' });
  });
});

describe('a code from the counter', () => {
  const give = async (by: string, to = email()) =>
    giveRecoveryCode(await test.asPerson(by), { email: to, seen: '居民身份证，本人到场' });
  /** The one answer for who has no account, and for whoever lives where the actor holds no office. */
  const nobodyHere = { code: 'invalid', field: 'email', reason: 'identity.nobody-here' };

  it('replaces the passkey for a day, is on record and told, and replaces no password', async () => {
    await withPasskey();
    await twoSteps();
    const earlier = await give('clerk');
    const code = await give('clerk');
    const entering = await halfOf();
    await expect(enterByCode(visitor(), entering, earlier)).rejects.toMatchObject({ field: 'code' });
    const { token } = await enterByCode(visitor(), entering, code);
    expect(await actorOf(token)).toMatchObject({ personId: who });
    const [event] = await eventsOf('recovery-code.given');
    expect(event).toMatchObject({ actorPersonId: 'clerk', isPublic: false });
    expect(event?.publicData).toContain('居民身份证');
    const late = await give('clerk');
    test.clock.advance(25 * 60 * minute);
    await expect(enterByCode(visitor(), await halfOf(), late)).rejects.toMatchObject({ field: 'code' });
  });

  it('is given in the own area, never to oneself, and where there are two steps', async () => {
    await expect(give('clerk')).rejects.toMatchObject({ reason: 'identity.no-second-factor' });
    await withPasskey();
    await twoSteps();
    await expect(give('elsewhere')).rejects.toMatchObject(nobodyHere);
    await expect(give('clerk', 'clerk@example.org')).rejects.toMatchObject({
      reason: 'identity.not-to-oneself',
    });
  });

  it('tells nobody who has an account: not whoever holds no such office, and not of another area', async () => {
    await withPasskey();
    await twoSteps();
    const typed = [email(), 'nobody@example.org', 'clerk@example.org'];
    for (const by of [who, 'staff'])
      for (const to of typed)
        await expect(give(by, to), `${by} ${to}`).rejects.toMatchObject({
          code: 'forbidden',
          reason: 'not-moderator',
        });
    await expect(give('elsewhere')).rejects.toMatchObject(nobodyHere);
    await expect(give('elsewhere', 'nobody@example.org')).rejects.toMatchObject(nobodyHere);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: who }, data: { suspendedAt: test.clock.now() } }),
    );
    await expect(give('clerk')).rejects.toMatchObject(nobodyHere);
  });
});

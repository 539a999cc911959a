import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { atOnce } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { mailsTo } from '../../setup/mails';
import { SoftPasskey } from '../../setup/soft-passkey';
import { consentToMails, withdrawConsent } from '~/domains/identity/consents/choose-consents.server';
import { askToChangeAddress, changeAddress } from '~/domains/identity/proving/change-address.server';
import { hashPassword } from '~/domains/identity/proving/passwords.server';
import { changePassword } from '~/domains/identity/proving/reset-password.server';
import { addPasskey, askForNewPasskey } from '~/domains/identity/passkeys/add-passkey.server';
import { giveRecoveryCode } from '~/domains/identity/passkeys/give-recovery-code.server';
import { enterByPassword, signIn } from '~/domains/identity/sessions.server';
import { removePasskey } from '~/domains/identity/passkeys/keep-passkeys.server';
import {
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '~/domains/identity/passkeys/second-factor.server';

let test: TestContext;
const password = 'spring river lamp';
/** Each asks for the password, which costs a processor a while: a dozen find what fifty do. */
const dozen = Array.from({ length: 12 }, (_none, at) => at);
let passwordHash: string;
let who = '';
let count = 0;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '4210' });
  passwordHash = await hashPassword(password);
});
afterAll(() => test.dispose());
beforeEach(async () => {
  who = await makePerson(test, `owner-${(count += 1)}`);
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: who }, data: { passwordHash } }),
  );
});

const own = () => test.asPerson(who);
const read = () => test.database.read;
const idsOf = async () => (await read().passkey.findMany({ where: { personId: who } })).map(({ id }) => id);

async function withPasskeys(most: number): Promise<void> {
  const ctx = await own();
  for (let at = 0; at < most; at += 1) {
    const credential = new SoftPasskey().made(await askForNewPasskey(ctx, password));
    await addPasskey(ctx, { credential, name: `${at}` });
  }
}

describe('passkeys of one person', () => {
  it('are at most twenty however many are added at once', async () => {
    const ctx = await own();
    await withPasskeys(14);
    const made = await Promise.all(
      dozen.map(async () => new SoftPasskey().made(await askForNewPasskey(ctx, password))),
    );
    const { ok, refused } = await atOnce(made, (credential) => addPasskey(ctx, { credential, name: 'x' }));
    expect([ok.length, refused]).toEqual([6, { 'identity.passkeys-full': 6 }]);
    expect(await idsOf()).toHaveLength(20);
  });

  it('leave one where a second step is asked for, however many are removed at once', async () => {
    const ctx = await own();
    await withPasskeys(3);
    await turnOnSecondFactor(ctx, { password, token: '' });
    const { ok } = await atOnce(await idsOf(), (id) => removePasskey(ctx, { id, password }));
    expect(ok).toHaveLength(2);
    expect(await idsOf()).toHaveLength(1);
  });

  it('leave no session of the password alone, whoever signs in while the second step is turned on', async () => {
    const ctx = await own();
    await withPasskeys(1);
    const visitor = test.as('visitor');
    await atOnce<number, unknown>(dozen, (at) => {
      if (at === 3) return turnOnSecondFactor(ctx, { password, token: '' });
      if (at % 2 === 0) return enterByPassword(visitor, who, 'x');
      return signIn(visitor, { email: `${who}@example.org`, password }, 'x');
    });
    expect(await read().session.count({ where: { personId: who } })).toBe(0);
  });

  it('are asked for as the second step once, with ten codes, whatever is pressed how often', async () => {
    const ctx = await own();
    await withPasskeys(1);
    const { ok, refused } = await atOnce(dozen, () => turnOnSecondFactor(ctx, { password, token: '' }));
    expect([ok.length, refused]).toEqual([1, { 'changed-meanwhile': 11 }]);
    await atOnce(dozen, () => renewRecoveryCodes(ctx, password));
    expect(await read().recoveryCode.count({ where: { personId: who } })).toBe(10);
    const clerk = await test.asPerson('clerk');
    const asked = { email: `${who}@example.org`, seen: '居民身份证' };
    await atOnce(dozen, () => giveRecoveryCode(clerk, asked));
    expect(await read().recoveryCode.count({ where: { personId: who } })).toBe(11);
    await atOnce(dozen, () => turnOffSecondFactor(ctx, password));
    expect(await read().recoveryCode.count({ where: { personId: who } })).toBe(0);
    expect(await read().event.count({ where: { type: 'second-factor.turned-off', subjectId: who } })).toBe(1);
  });
});

it('a session of the old password ends with it, though it was being opened when the password was changed', async () => {
  const ctx = await own();
  const old = { email: `${who}@example.org`, password };
  await atOnce<number, unknown>(dozen, (at) =>
    at === 0
      ? changePassword(ctx, { personId: who, password: 'another river lamp' })
      : signIn(test.as('visitor'), old, 'x'),
  );
  expect(await read().session.count({ where: { personId: who } })).toBe(0);
});

it('a consent that is given and taken back at once holds as the mails do', async () => {
  const ctx = await own();
  await atOnce(dozen, (at) => (at % 2 === 0 ? consentToMails(ctx) : withdrawConsent(ctx, 'mails')));
  const { mailFrequency } = await read().person.findUniqueOrThrow({ where: { id: who } });
  const live = await read().consent.count({ where: { personId: who, withdrawnAt: null } });
  expect(live).toBe(mailFrequency === 'none' ? 0 : 1);
});

it('another mail address waits for one code, however often it is asked for, and is changed by it once', async () => {
  const ctx = await own();
  const email = `${who}-new@example.org`;
  await atOnce(dozen, () => askToChangeAddress(ctx, email));
  expect(await read().mailToken.count({ where: { personId: who } })).toBe(1);
  const codes = (await mailsTo(test, email)).map(({ text }) => /\d{6}/.exec(text)?.[0] ?? '');
  const { ok, refused } = await atOnce([...codes, ...codes], (code) => changeAddress(ctx, code));
  expect([ok.length, Object.keys(refused)]).toEqual([1, ['identity.wrong-code']]);
  expect((await read().person.findUniqueOrThrow({ where: { id: who } })).email).toBe(email);
});

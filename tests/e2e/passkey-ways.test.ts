import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { paths } from '~/paths';

const password = 'gongzhi-demo';
const fresh = 'spring river lamp';
const { passkeys: t, agreements, common, identity } = wordsIn('zh-CN');

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal();
});
afterAll(async () => {
  await portal?.stop();
  await browser.close();
});

const walkers = () => walkersOf(portal, browser, { width: 360, scripts: true, locale: 'zh-CN' });
const emailOf = (name: string) => `${name}@demo.gongzhi.example`;

/** A device that makes passkeys and unlocks itself, in the place of a finger (CDP, WebAuthn). */
async function giveDevice({ page }: Walker): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', transport: 'internal' } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

const tell = async ({ page }: Walker, text: string) => {
  await page.getByRole('button', { name: text, exact: true }).filter({ visible: true }).last().click();
};

async function addPasskey(walker: Walker): Promise<void> {
  await walker.go(paths.passkeys);
  await walker.fill({ name: '我的手机', password });
  await tell(walker, t('add-submit'));
  await walker.sees(t('flash-added'));
}

async function turnOnSecondStep(walker: Walker): Promise<string[]> {
  await walker.unfold(t('turn-on'));
  const dialog = walker.page.locator('dialog[open]');
  await dialog.locator('input[name=password]').fill(password);
  await dialog.locator('button[type=submit], button:not([type])').last().click();
  await walker.sees(t('codes-shown'));
  return walker.page.locator('code.shown-secret').allInnerTexts();
}

async function givesPassword(walker: Walker, name: string, secret: string): Promise<void> {
  await walker.page.context().clearCookies({ name: 'session' });
  await walker.go(paths.signIn);
  await walker.fill({ email: emailOf(name), password: secret });
  await walker.press(identity('sign-in.submit'));
  await walker.sees(t('second-page'));
}

const isIn = async (walker: Walker): Promise<boolean> =>
  (await walker.page.context().cookies()).some(({ name }) => name === 'session');

const givesCode = async (walker: Walker, code: string) => {
  await walker.fill({ code });
  await tell(walker, t('second-code-submit'));
};

describe('an account with two steps', () => {
  it('is entered by the password and the passkey, and by none of them alone', async () => {
    const walker = await walkers().person('resident3');
    await giveDevice(walker);
    await addPasskey(walker);
    expect(await turnOnSecondStep(walker)).toHaveLength(10);
    await givesPassword(walker, 'resident3', password);
    expect(await isIn(walker)).toBe(false);
    await tell(walker, t('second-use'));
    await walker.page.waitForURL((url) => url.pathname === paths.home);
    expect(await isIn(walker)).toBe(true);
    await walker.leave();
  });

  it('is no thief’s who reads its mails, and its owner’s again by a code kept or from the counter', async () => {
    const owner = await walkers().person('resident4');
    await giveDevice(owner);
    await addPasskey(owner);
    const [kept = ''] = await turnOnSecondStep(owner);

    const thief = await walkers().visitor();
    await thief.go(paths.forgottenPassword);
    await thief.fill({ email: emailOf('resident4') });
    await thief.press(identity('forgotten.submit'));
    const mail = await portal.mail.mailTo(emailOf('resident4'), '设置新密码');
    const link = /\/reset-password\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '';
    await thief.go(link);
    await thief.fill({ password: fresh });
    await thief.press(identity('reset.submit'));
    await thief.sees(t('second-page'));
    await givesCode(thief, '0000-0000-0000-0000');
    await thief.seesFault();
    expect(await isIn(thief)).toBe(false);

    await givesPassword(owner, 'resident4', fresh);
    await givesCode(owner, kept.toLowerCase());
    await owner.page.waitForURL((url) => url.pathname === paths.home);
    await givesPassword(owner, 'resident4', fresh);
    await givesCode(owner, kept);
    await owner.seesFault();

    const clerk = await walkers().person('moderator');
    await clerk.go('/moderation/recovery-codes');
    await clerk.fill({ email: emailOf('resident4'), seen: '居民身份证，本人到场' });
    await clerk.press(t('counter-submit'));
    const [given = ''] = await clerk.page.locator('code.shown-secret').allInnerTexts();
    await givesPassword(owner, 'resident4', fresh);
    await givesCode(owner, given);
    await owner.page.waitForURL((url) => url.pathname === paths.home);
    expect(await isIn(owner)).toBe(true);
  });
});

describe('an account with an office', () => {
  it('is entered by the password and the code that is mailed, and says when somebody came', async () => {
    const walker = await walkers().visitor();
    await givesPassword(walker, 'moderator', password);
    await walker.sees(t('second-mail-lead'));
    await expectNoSideScroll(walker.page);
    await expectAccessible(walker.page);
    await walker.fill({ code: '0000-0000-0000-0000' });
    await tell(walker, t('second-mail-submit'));
    await walker.seesFault();
    expect(await isIn(walker)).toBe(false);
    const mail = await portal.mail.mailTo(emailOf('moderator'), '登录验证码');
    await walker.fill({ code: /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(mail.text ?? '')?.[0] ?? '' });
    await tell(walker, t('second-mail-submit'));
    await walker.page.waitForURL((url) => url.pathname === paths.home);
    await walker.go(paths.devices);
    await walker.sees(identity('devices.sign-ins'));
    await expectNoSideScroll(walker.page);
    await walker.leave();
  });
});

describe('an agreement', () => {
  it('is signed by a passkey alone, for just this text', async () => {
    const signatory = await walkers().person('coordinator');
    await giveDevice(signatory);
    await addPasskey(signatory);
    await signatory.go('/account/act-for');
    await signatory.page.getByRole('radio', { name: '江豚志愿服务中心' }).check();
    await signatory.press(identity('act-for.submit'));
    await signatory.go('/agreements/new?template=subsidy');
    await signatory.fill({ title: '南门充电桩共建协议', areaId: '421002001001' });
    await signatory.choose('partyIds', 'org-bianhe');
    await signatory.fill({
      ...{ 'party.1': 'org-jiangtun', 'what.1': '培训二十名老人', 'due.1': '2029-12-30' },
      ...{ 'amount.1': '3000', 'payer.1': 'org-bianhe' },
    });
    await signatory.press(agreements('form.submit'));
    await signatory.page.waitForURL(/\/agreements\/[0-9A-Z]{26}$/);
    await signatory.unfold(agreements('freeze'));
    await signatory.press(agreements('freeze'));
    await signatory.sees(common('to-check'));
    const form = signatory.page.locator('form', { hasText: t('sign-title') });
    await form.locator('input[name=consent]').check();
    await form.locator('input[name=name]').fill('张三');
    await form.getByRole('button', { name: t('sign-submit') }).click();
    await signatory.sees(agreements('flash-signed'));
    await signatory.leave();
  });
});

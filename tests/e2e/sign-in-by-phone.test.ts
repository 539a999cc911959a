import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmsServer } from '../setup/sms-server';
import type { SmsServer } from '../setup/sms-server';
import { codeIn } from '../setup/texts';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { paths } from '~/paths';

const password = 'gongzhi-demo';
const { phones: t, identity } = wordsIn('zh-CN');

let browser: Browser;
let portal: Portal;
let sms: SmsServer;
beforeAll(async () => {
  [browser, sms] = await Promise.all([openBrowser(), startSmsServer()]);
  portal = await startPortal({ SMS_URL: sms.url, SMS_SIGNATURE: '共治' });
});
afterAll(async () => {
  await portal?.stop();
  await sms?.stop();
  await browser.close();
});

/** Axe waits by scripts, and looks at the same markup with them. */
async function looksRight(walker: Walker, scripts: boolean): Promise<void> {
  await expectNoSideScroll(walker.page);
  if (scripts) await expectAccessible(walker.page);
}

describe.each([
  ['with scripts', true, 'resident15', '13800000003'],
  ['without scripts', false, 'resident16', '13800000004'],
] as const)('a phone %s', (_how, scripts, who, number) => {
  it('is added to the account, and signs in afterwards', async () => {
    const walker = await walkersOf(portal, browser, { width: 360, scripts, locale: 'zh-CN' }).person(who);
    await walker.go(paths.account);
    await walker.follow(t('to-add'));
    await looksRight(walker, scripts);
    await walker.fill({ number: `${number.slice(0, 3)} ${number.slice(3)}`, password });
    await walker.press(t('send'));
    await walker.sees(t('flash-sent'));
    await looksRight(walker, scripts);
    const [first] = await sms.wordsTo(`86${number}`);
    await walker.fill({ code: codeIn(first) });
    await walker.press(t('confirm-submit'));
    await walker.sees(t('flash-added'));
    await walker.sees(`138****${number.slice(-4)}`);
    await looksRight(walker, scripts);
    await walker.page.context().clearCookies({ name: 'session' });

    await walker.go(`${paths.signIn}?next=${paths.inbox}`);
    await walker.follow(t('use-link'));
    await looksRight(walker, scripts);
    await walker.fill({ number });
    await walker.press(t('use-send'));
    await walker.page.getByText(t('use-none-title')).waitFor();
    await looksRight(walker, scripts);
    const [, second] = await sms.wordsTo(`86${number}`, 2);
    await walker.fill({ code: '12 34' });
    await walker.press(t('use-submit'));
    await walker.seesFault();
    await walker.fill({ code: codeIn(second) });
    await walker.press(t('use-submit'));
    await walker.page.waitForURL(`**${paths.inbox}`);
    expect(await walker.page.getByText(identity('sign-in.title'), { exact: true }).count()).toBe(0);
    await walker.leave();
  });
});

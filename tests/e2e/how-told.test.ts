import { createECDH, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { wordsIn } from './setup/words';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal();
});
afterAll(async () => {
  await portal.stop();
  await browser.close();
});

const ways: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese, without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

interface Offered {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** A browser with a push service, which none has that runs without a window: it answers as one would. */
async function withPushService(page: Page, permission: string, offered: Offered): Promise<void> {
  const given = { permission, offered };
  await page.addInitScript(({ permission, offered }) => {
    const subscribe = (options: { applicationServerKey: Uint8Array }) =>
      options.applicationServerKey.length === 65
        ? Promise.resolve({ toJSON: () => offered })
        : Promise.reject(new Error('No key'));
    const worker = { pushManager: { subscribe }, addEventListener: () => {}, waiting: null };
    Object.defineProperty(navigator, 'serviceWorker', {
      value: {
        register: () => Promise.resolve(worker),
        ready: Promise.resolve(worker),
        addEventListener() {},
      },
    });
    Object.defineProperty(window, 'PushManager', { value: class {} });
    Object.defineProperty(window, 'Notification', {
      value: { requestPermission: () => Promise.resolve(permission) },
    });
  }, given);
}

describe.each(ways)('how a person is told $name', (how) => {
  const t = wordsIn(how.locale).noticeWays;

  it('is chosen on one page', async () => {
    const reader = await walkersOf(portal, browser, how).person('resident23');
    await reader.go('/account');
    await reader.follow(wordsIn(how.locale).identity('account.how-told'));
    await reader.page.waitForURL('**/account/notices');
    await expectNoSideScroll(reader.page);
    if (how.scripts) await expectAccessible(reader.page);
    await reader.fill({ mailFrequency: 'daily', 'mail-decisions': 'immediate', quietEnd: '06:30' });
    await reader.page.locator('[name=weekly]').check();
    await reader.page.locator('[name=push-around]').uncheck();
    await reader.page.locator('[name=topics-ideas][value=deliberation]').uncheck();
    await reader.press(t('save'));
    await reader.sees(t('saved'));
    await reader.go('/account/notices');
    const value = (name: string) => reader.page.locator(`[name=${name}]`).inputValue();
    const isOn = (which: string) => reader.page.locator(which).isChecked();
    expect(await Promise.all(['mailFrequency', 'mail-decisions', 'mail-own', 'quietEnd'].map(value))).toEqual(
      [...['daily', 'immediate', '', '06:30']],
    );
    expect(await isOn('[name=weekly]')).toBe(true);
    expect(await isOn('[name=push-around]')).toBe(false);
    expect(await isOn('[name=push-own]')).toBe(true);
    expect(await isOn('[name=topics-ideas][value=deliberation]')).toBe(false);
    expect(await isOn('[name=topics-ideas][value=proposals]')).toBe(true);
    if (!how.scripts)
      expect((await reader.page.locator('noscript').allInnerTexts()).join(' ')).toContain(t('needs-scripts'));
    await reader.leave();
  });
});

describe('a device', () => {
  const how = { width: 360, scripts: true, locale: 'zh-CN' } as const;
  const t = wordsIn('zh-CN').noticeWays;
  const offered = {
    endpoint: 'https://push.example/of-a-phone',
    keys: {
      p256dh: createECDH('prime256v1').generateKeys('base64url'),
      auth: randomBytes(16).toString('base64url'),
    },
  };

  it('is told from when its browser was asked, until the person takes it off the list', async () => {
    const reader = await walkersOf(portal, browser, how).person('resident24');
    await withPushService(reader.page, 'granted', offered);
    await reader.go('/account/notices');
    await reader.sees(t('devices-empty'));
    await reader.press(t('device-add'));
    await reader.sees(t('device-added'));
    await expectNoSideScroll(reader.page);
    await expectAccessible(reader.page);
    await reader.press(t('device-remove'));
    await reader.sees(t('devices-empty'));
    await reader.leave();
  });

  it('that its owner lets show nothing is not told, and the page says what to do', async () => {
    const reader = await walkersOf(portal, browser, how).person('resident24');
    await withPushService(reader.page, 'denied', offered);
    await reader.go('/account/notices');
    await reader.page.getByRole('button', { name: t('device-add') }).click();
    await reader.sees(t('denied'));
    await reader.leave();
  });
});

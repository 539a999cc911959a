import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '' }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const accountPage = async (how: Visit) => {
  const walker = await walkersOf(portal, browser, how).person('moderator');
  await walker.go('/account');
  return walker;
};

it('asks in a dialog that holds the focus, closes by Escape and gives the focus back', async () => {
  const walker = await accountPage({ width: 1280, scripts: true, locale: 'zh-CN' });
  const { page } = walker;
  const button = page.locator('summary', { hasText: '注销账号' });
  const dialog = page.getByRole('dialog', { name: '注销账号？' });
  const hasFocus = () => button.evaluate((element) => element === document.activeElement);

  await button.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'visible' });
  await expectAccessible(page);
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
    );
    expect(inside, `after ${presses + 1} tabs`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus()).toBe(true);

  await button.click();
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus()).toBe(true);

  await button.click();
  await dialog.waitFor({ state: 'visible' });
  await page.mouse.click(5, 5);
  await dialog.waitFor({ state: 'hidden' });
  await walker.leave();
});

it('stays open with the fault where the answer is a refusal', async () => {
  const walker = await accountPage({ width: 360, scripts: true, locale: 'zh-CN' });
  const dialog = walker.page.getByRole('dialog', { name: '注销账号？' });
  await walker.page.locator('summary', { hasText: '注销账号' }).click();
  await dialog.locator('input[name=password]').fill('not-my-password');
  await dialog.getByRole('button', { name: '注销账号' }).click();
  await dialog.locator('[aria-invalid=true]').waitFor({ state: 'visible' });
  await walker.leave();
});

it('fits the window in senior mode, and unfolds under the button without scripts', async () => {
  const walker = await accountPage({ width: 360, scripts: true, locale: 'zh-CN' });
  const { page } = walker;
  await page.evaluate(() => (document.documentElement.dataset.senior = ''));
  await page.locator('summary', { hasText: '注销账号' }).click();
  const box = await page.getByRole('dialog', { name: '注销账号？' }).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 740).toBe(true);
  await walker.leave();

  const plain = await accountPage({ width: 360, scripts: false, locale: 'zh-CN' });
  await plain.page.locator('summary', { hasText: '注销账号' }).click();
  await plain.page.locator('details[open] input[name=password]').waitFor({ state: 'visible' });
  await plain.leave();
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { askedOrder } from './setup/asked-order';
import { openBrowser, visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { sessionOf } from './setup/session';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});
it('shots', async () => {
  const made = await askedOrder(portal, 'resident8');
  const asked = { workOrderId: made.order };
  const fb = { id: made.feedback };
  const name = 'resident8';
  await new Promise((resolve) => setTimeout(resolve, 4000));
  for (const [width, locale] of [
    [360, 'zh-CN'],
    [1280, 'en'],
  ] as const) {
    const { page, context } = await visit(browser, portal.url, { width, scripts: true, locale });
    await context.addCookies([{ url: portal.url, name: 'session', value: await sessionOf(portal, name) }]);
    for (const [at, file] of [
      ['/', 'home'],
      ['/mine', 'mine'],
      ['/services', 'services'],
      ['/feedback/new', 'new'],
      [`/feedback/${fb?.id ?? ''}`, 'item'],
      [`/work-orders/${asked.workOrderId}`, 'order'],
      [`/work-orders/${asked.workOrderId}/call-back?solved=yes`, 'callback'],
      ['/inbox', 'inbox'],
    ] as const) {
      await page.goto(at);
      await page.screenshot({ path: `/tmp/mine-shots/${file}-${width}.png` });
      await page.screenshot({ path: `/tmp/mine-shots/${file}-${width}-full.png`, fullPage: true });
    }
    await context.close();
  }
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { textIn } from '~/i18n/catalogue';
import { offline } from '~/i18n/offline';
import { common } from '~/i18n/common';

const said = textIn('zh-CN', offline);
let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

const shots = process.env.LOOK_FOLDER;
async function look(page: Page, name: string): Promise<void> {
  await expectNoSideScroll(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

const walkers = (how: { width?: 360 | 1280; locale?: 'zh-CN' | 'en' } = {}) =>
  walkersOf(portal, browser, { width: 360, scripts: true, locale: 'zh-CN', worker: true, ...how });

/** What is kept in this browser, by path. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await (await caches.open('pages')).keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => path !== '/offline'),
  );

const isKept = (page: Page, path: string) =>
  page.evaluate(
    async (path) => (await (await caches.open('pages')).match(path, { ignoreVary: true })) !== undefined,
    path,
  );

/** Reads a page for as long as it takes to be kept. */
async function read(walker: Walker, path: string): Promise<void> {
  await walker.go(path);
  await expect.poll(() => isKept(walker.page, path), soon).toBe(true);
}
const soon = { timeout: 20_000, interval: 200 };

const setOffline = (walker: Walker, gone: boolean) => walker.page.context().setOffline(gone);
const status = (walker: Walker) => walker.page.locator('.offline-line', { hasText: /\S/ });

describe('what was seen', () => {
  it('is read without a network, and says that it is kept; what was not seen leads to what can be read', async () => {
    const walker = await walkers().visitor();
    const { id } = await portal.services.database.read.proposal.findFirstOrThrow({
      where: { state: 'gathering' },
    });
    await read(walker, `/proposals/${id}`);
    await read(walker, '/ballots');
    await setOffline(walker, true);
    await walker.page.goto(`/proposals/${id}`);
    await status(walker).waitFor();
    expect(await status(walker).innerText()).toMatch(
      /^这是\d+月\d+日\s?\d\d:\d\d存下的页面，现在连不上网络。/,
    );
    expect(await status(walker).getAttribute('role')).toBe('status');
    expect(await walker.page.locator('html').getAttribute('data-kept-at')).toMatch(/Z$/);
    await look(walker.page, 'kept-360');
    await expectAccessible(walker.page);
    // From page to page by links, whatever the router would ask for.
    await walker.page.goto('/proposals');
    await walker.page.waitForURL(/\/offline\?from=%2Fproposals$/);
    await walker.sees(said('not-kept'));
    await expectAccessible(walker.page);
    await look(walker.page, 'offline-360');
    await walker.page.locator('main').getByRole('link', { name: /投票/ }).first().click();
    await walker.page.waitForURL(/\/ballots$/);
    await status(walker).waitFor();
    await setOffline(walker, false);
    await walker.page.getByText('网络恢复了').waitFor();
    await walker.page.getByRole('link', { name: said('see-newest') }).click();
    await walker.page.waitForFunction(() => document.documentElement.dataset.keptAt === undefined);
    await walker.page.context().close();
  });

  it('is read on from a page that was loaded with a network, and in English', async () => {
    const walker = await walkers({ width: 1280, locale: 'en' }).visitor();
    await read(walker, '/ballots');
    await read(walker, '/');
    await setOffline(walker, true);
    await walker.page.locator('nav a[href="/ballots"]:visible').first().click();
    await walker.page.waitForURL(/\/ballots$/);
    expect(await status(walker).innerText()).toMatch(/^This page was kept/);
    await look(walker.page, 'kept-1280');
    await walker.page.locator('nav a[href="/volunteering"]:visible').first().click();
    await walker.page.waitForURL(/\/offline\?from=%2Fvolunteering$/);
    await walker.sees(textIn('en', offline)('no-network'));
    await look(walker.page, 'offline-1280');
    await walker.page.context().close();
  });

  it('holds nothing of who is signed in, no private page, and is thrown away on signing out', async () => {
    const walker = await walkers().person('resident2');
    const { page } = walker;
    const { displayName } = await portal.services.database.read.person.findFirstOrThrow({
      where: { email: 'resident2@demo.gongzhi.example' },
    });
    const own = await portal.services.database.read.feedback.findFirst({
      where: { isPublic: false, authorId: { startsWith: 'resident' } },
    });
    for (const path of [
      '/mine',
      '/inbox',
      '/account',
      '/care',
      '/feedback/new',
      ...(own ? [`/feedback/${own.id}`] : []),
    ]) {
      await page.goto(path);
      await page.waitForTimeout(2_600);
    }
    await read(walker, '/feedback');
    expect(await kept(page)).toEqual(['/feedback']);
    const html = await page.evaluate(async () =>
      (await (await caches.open('pages')).match('/feedback', { ignoreVary: true }))?.text(),
    );
    expect(html).toContain('</html>');
    expect(html).not.toContain(displayName);
    await page.goto('/');
    await page.locator('.account-menu summary, header details summary').first().click();
    await page
      .getByRole('button', { name: textIn('zh-CN', common)('account.sign-out') })
      .first()
      .click();
    await expect.poll(() => isKept(page, '/feedback'), soon).toBe(false);
    await page.context().close();
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDirectory } from './setup/addresses';
import { expectNoSideScroll, openBrowser } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { textIn } from '~/i18n/catalogue';
import { offline } from '~/i18n/offline';

const said = textIn('zh-CN', offline);
const soon = { timeout: 20_000, interval: 200 };
const client = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-client-'));
const workerFile = path.join(client, 'service-worker.js');

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  cpSync(path.join(buildDirectory, 'client'), client, { recursive: true });
  [browser, portal] = await Promise.all([openBrowser(), startPortal({}, { client })]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
  rmSync(client, { recursive: true, force: true });
});

/** The version of the worker that stands between the page and the network; null where that goes just now. */
const version = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
      active?.postMessage({ kind: 'version' }, [port2]);
      setTimeout(resolve, 1_000, null);
    });
  });
/** The same, once one stands there. */
const currentVersion = async (page: Page): Promise<string> => {
  await expect.poll(() => version(page), soon).toBeTruthy();
  return String(await version(page));
};
const builtVersion = (page: Page) => page.evaluate(() => window.__remixManifest?.version ?? '');

let builds = 0;

/** Another build is laid in the place of the one that runs: its worker says so. Answers its version. */
async function deploy(page: Page): Promise<string> {
  builds += 1;
  const next = `next-${builds}`;
  const current = await currentVersion(page);
  writeFileSync(workerFile, readFileSync(workerFile, 'utf8').replaceAll(`"${current}"`, `"${next}"`));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const waits = () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed');
  await expect.poll(waits, soon).toBe(true);
  return next;
}

const open = async () => {
  const walkers = walkersOf(portal, browser, { width: 360, scripts: true, locale: 'zh-CN', worker: true });
  const walker = await walkers.person('resident2');
  await walker.go('/feedback/new');
  await hydrated(walker);
  return walker;
};

it('is asked for each time, and the worker at work belongs to the page', async () => {
  const answer = await fetch(`${portal.url}/service-worker.js`);
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-cache']);
  expect(answer.headers.get('Content-Type')).toMatch(/javascript/);
  const { page } = await open();
  expect(await builtVersion(page)).toBe(`${await currentVersion(page)}-zh-CN`);
  expect(await page.getByText(said('update')).count()).toBe(0);
  await page.context().close();
});

// The browser hands over from one worker to the other when it likes: where the machine is busy a second try is fair.
const handedOver = { retry: 2 };

it(
  'is offered in a quiet line, takes no typed words, and is loaded where it is asked for',
  handedOver,
  async () => {
    const { page, fill } = await open();
    const body = '写到一半的话，不能因为更新没了。';
    await fill({ body });
    const next = await deploy(page);
    const update = page.getByRole('button', { name: said('update') });
    await update.waitFor();
    await expectNoSideScroll(page);
    await update.click();
    await page.getByText(said('update-later')).waitFor();
    expect(await page.locator('textarea[name=body]').inputValue()).toBe(body);
    // Nothing has taken over while the page is read.
    expect(await currentVersion(page)).not.toBe(next);
    await page
      .locator('header a[href="/mine"], .bottom-bar a[href="/mine"]')
      .filter({ visible: true })
      .first()
      .click();
    await page.waitForURL(/\/mine$/);
    await expect.poll(() => version(page), soon).toBe(next);
    await page.context().close();
  },
);

it('comes with a press where nothing is typed', handedOver, async () => {
  const { page } = await open();
  const next = await deploy(page);
  await page.evaluate(() => Object.assign(window, { before: true }));
  await page.getByRole('button', { name: said('update') }).click();
  await page.waitForFunction(() => !('before' in window));
  await expect.poll(() => version(page), soon).toBe(next);
  await page.context().close();
});

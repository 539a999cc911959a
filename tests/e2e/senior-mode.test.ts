import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser, visit } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { wordsIn } from './setup/words';

const words = wordsIn('zh-CN');
let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

/** As a reader chooses it, by the menu of any page. */
async function inSeniorMode(scripts: boolean): Promise<Page> {
  const { page } = await visit(browser, portal.url, { width: 360, scripts, locale: 'zh-CN' });
  await page.goto('/');
  await page.locator('.only-narrow summary').click();
  await page.locator('.only-narrow button[name=senior]').click();
  await page.locator('html[data-senior]').waitFor();
  return page;
}

describe.each([true, false])('in senior mode on a phone, with scripts: %s', (scripts) => {
  it('offers four doors on home, in type of 18 pt, with room for a thumb, and no more lists than that', async () => {
    const page = await inSeniorMode(scripts);
    expect(await page.locator('.senior-doors a').count()).toBe(4);
    for (const door of await page.locator('.senior-doors a, .bottom-bar a').all()) {
      const box = await door.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60);
    }
    const size = await page
      .locator('body')
      .evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
    expect(size).toBeGreaterThanOrEqual(24);
    expect(await page.locator('main .filter').count()).toBe(0);
    expect(await page.locator('.only-narrow .main-navigation a').count()).toBe(5);
    await expectNoSideScroll(page);
    // axe runs by scripts of the page.
    if (scripts) await expectAccessible(page);
    await page.locator('.senior-doors a').first().click();
    await page.waitForURL('**/sign-in?next=*');
    await expectNoSideScroll(page);
    await page.context().close();
  });
});

/** In place of the browser's voice: notes what is said, and says it at once. */
const listening = `
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    cancel() {},
    speak(one) { window.said.push([one.lang, one.text]); if (!window.holds) setTimeout(() => one.onend(), 0); },
  } });`;
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: [string, string][] }).said);

describe('the page that is read out', () => {
  it('is read from its title on, each sentence once, without what is pressed, and falls silent on another page', async () => {
    const page = await inSeniorMode(true);
    await page.addInitScript(listening);
    await page.goto('/services');
    await hydrated({ page });
    await page.getByRole('button', { name: words.readAloud('start') }).click();
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(5);
    const spoken = (await said(page)).map(([, text]) => text);
    expect(spoken[0]).toBe(await page.locator('h1').innerText());
    expect((await said(page)).every(([language]) => language === 'zh-CN')).toBe(true);
    expect(spoken.join('')).not.toContain(words.readAloud('stop'));
    await page.getByRole('button', { name: words.readAloud('start') }).waitFor();

    await page.evaluate(() => Object.assign(window, { holds: true, said: [] }));
    await page.getByRole('button', { name: words.readAloud('start') }).click();
    await page.getByRole('button', { name: words.readAloud('stop') }).waitFor();
    await page.locator('.bottom-bar a').first().click();
    await page.getByRole('button', { name: words.readAloud('start') }).waitFor();
    expect(await said(page)).toHaveLength(1);
    await page.context().close();
  });

  it('is not offered outside senior mode', async () => {
    const { page, context } = await visit(browser, portal.url, {
      width: 360,
      scripts: true,
      locale: 'zh-CN',
    });
    await page.goto('/services');
    await hydrated({ page });
    expect(await page.locator('.read-aloud').count()).toBe(0);
    await context.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser, visit } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { wordsIn } from './setup/words';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({}, { work: false }), openBrowser()]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px in Chinese, without scripts', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 360 px in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

const street = '421002001';

describe.each(visits)('the page of an area $name', (how) => {
  const { maps: m } = wordsIn(how.locale);

  it('shows its map with what goes on there, and the same as a list', async () => {
    const { context, page } = await visit(browser, portal.url, how);
    await page.goto(`/areas/${street}`);
    const map = page.locator('.map-frame');
    if (how.scripts) {
      await map.scrollIntoViewIfNeeded();
      await map.locator('.live-map.leaflet-container').waitFor();
      await map.locator('path.map-outline').first().waitFor({ state: 'attached' });
    } else {
      const picture = map.getByRole('img');
      expect(await picture.getAttribute('aria-label')).toMatch(/地图：\d+ 件/);
      expect(await picture.locator('.map-outline').count()).toBe(1);
      expect(await picture.locator('.still-mark').count()).toBeGreaterThan(0);
    }
    expect(await page.locator('.map-list li').count()).toBeGreaterThan(0);
    const all = page.getByRole('link', { name: m('of-area-all') });
    expect(await all.getAttribute('href')).toBe(`/map?area=${street}`);
    await expectNoSideScroll(page);
    if (how.scripts) await expectAccessible(page);
    if (process.env.PICTURES)
      await page.screenshot({
        path: `${process.env.PICTURES}/area-${how.width}-${how.scripts}.png`,
        fullPage: true,
      });
    await context.close();
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser, visit } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { cookieOf } from './setup/session';
import { textIn } from '~/i18n/catalogue';
import { insights } from '~/i18n/insights';
import { readCsv } from '~/lib/csv/read-csv';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '', RATE_LIMITS: 'false' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px in Chinese, without scripts', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

/** The cells of a figure's table on the page. */
async function cellsOf(page: Page, figure: string): Promise<string[][]> {
  const rows = page.locator(`#${figure} table tbody tr`);
  return Promise.all(
    (await rows.all()).map((row) =>
      row
        .locator('td')
        .allInnerTexts()
        .then((texts) => texts.map((one) => one.trim())),
    ),
  );
}

describe.each(visits)('insights $name', (how) => {
  const t = textIn(how.locale, insights);

  it('show each chart with its numbers, which are those of its file and of a recount', async () => {
    const { page, complaints } = await visit(browser, portal.url, how);
    await page.goto('/insights?area=421002&level=community');
    await page.getByRole('heading', { name: t('title'), level: 1 }).waitFor();
    await expectNoSideScroll(page);
    if (how.scripts) await expectAccessible(page);
    for (const name of ['months', 'areas', 'categories'] as const) {
      await page.locator(`#${name} summary`).first().click();
      expect(await page.locator(`#${name} svg[role="img"]`).first().getAttribute('aria-label')).toBeTruthy();
    }
    await expectNoSideScroll(page);
    const shown = await cellsOf(page, 'areas');
    const answer = await page.request.get('/insights/areas.csv?area=421002&level=community');
    const read = readCsv(await answer.text(), { mostRows: 100 });
    // The file's words follow the language of who asks; its columns stay where they are.
    const ordersOf = (cells: Readonly<Record<string, string>>) => Object.values(cells)[2];
    expect(read.ok && read.records.map(({ cells }) => ordersOf(cells))).toEqual(
      shown.map(([, count]) => count),
    );
    const [first] = read.ok ? read.records : [];
    const year = String(portal.now().getUTCFullYear());
    const counted = await portal.services.database.read.workOrder.count({
      where: {
        areaId: { startsWith: (first?.cells.code ?? '').replace(/^'/, '') },
        mergedIntoId: null,
        createdAt: { gte: new Date(`${year}-01-01T00:00:00+08:00`) },
      },
    });
    expect(first && ordersOf(first.cells)).toBe(String(counted));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keep what was narrowed to in the link of a chart, and are found from the statistics', async () => {
    const { page } = await visit(browser, portal.url, how);
    await page.goto('/statistics');
    await page.getByRole('link', { name: t('title') }).click();
    await page.getByRole('heading', { name: t('title'), level: 1 }).waitFor();
    await page.goto('/insights?area=421002&category=environment&year=2026');
    const link = await page
      .locator('#areas')
      .getByRole('link', { name: t('link') })
      .getAttribute('href');
    expect(link).toBe('/insights?area=421002&year=2026&category=environment#areas');
    await page.context().close();
  });
});

it('tell every number to those who work there, and say so', async () => {
  const { page } = await visit(browser, portal.url, { width: 1280, scripts: true, locale: 'zh-CN' });
  const [name = '', value = ''] = (await cookieOf(portal, 'moderator')).split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: portal.url }]);
  const t = textIn('zh-CN', insights);
  await page.goto('/insights?area=421002');
  await page.getByRole('link', { name: t('exact-open') }).click();
  await page.getByText(t('lead-exact')).waitFor();
  expect(await page.locator('main').innerText()).not.toContain(t('hidden'));
  await page.context().close();
});

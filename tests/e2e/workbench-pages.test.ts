import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
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

const key = encodeURIComponent('421002:city-management:');
const visits: (Visit & { name: string })[] = [
  { name: 'at 1280 px, in Chinese', width: 1280, scripts: true, locale: 'zh-CN' },
  { name: 'at 360 px, in English', width: 360, scripts: true, locale: 'en' },
];

describe.each(visits)('the workbench and the lists $name', (how) => {
  it('are accessible and fit', async () => {
    const walkers = walkersOf(portal, browser, how);
    const walker = await walkers.person('moderator');
    const order = await portal.services.database.read.workOrder.findFirstOrThrow({
      where: { state: 'accepted' },
      select: { id: true },
    });
    const pages = [
      `/workbench?queue=work&order=${order.id}`,
      '/workbench/templates',
      `/workbench/merge/${order.id}`,
      `/workbench/sheet/${order.id}`,
      '/responsibilities',
      `/responsibilities/entry?key=${key}`,
      '/responsibilities/new',
      '/responsibilities/gaps',
      '/responsibilities/import',
    ];
    for (const page of pages) {
      await walker.go(page);
      await expectAccessible(walker.page);
      await expectNoSideScroll(walker.page);
    }
    await walker.leave();
  });
});

it('tries a CSV file, names the bad line, and imports it once it is good, without JavaScript', async () => {
  const how = { width: 360, scripts: false, locale: 'zh-CN' } as const;
  const walkers = walkersOf(portal, browser, how);
  const walker = await walkers.person('moderator');
  const { creditCode } = await portal.services.database.read.organisation.findUniqueOrThrow({
    where: { id: 'org-chengguan' },
  });
  const head = 'area_code,category,level,department_code,department,basis,days';
  const line = (category: string) => `421002000000,${category},street,${creditCode},,街道清单（示例）,4`;
  await walker.go('/responsibilities/import');
  await walker.fill({ areaId: '421002', reason: '试行一个月', text: [head, line('nothing')].join('\n') });
  await walker.press('试读');
  await walker.sees('没有类别“nothing”');
  await walker.fill({ text: [head, line('commerce')].join('\n') });
  await walker.press('试读');
  await walker.sees('新增 1 条');
  await walker.press('导入');
  await walker.sees('已导入 1 条');
  expect(walker.path()).toBe('/responsibilities');
  await walker.leave();
});

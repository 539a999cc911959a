import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './setup/browser';
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

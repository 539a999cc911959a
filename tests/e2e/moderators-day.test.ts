import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { resolvePerson } from '~/domains/identity/index.server';
import { contextFor } from '~/http/server/services.server';

const matters = 200;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '' }), openBrowser()]);
  const { database } = portal.services;
  const ctx = contextFor(portal.services, await resolvePerson(database, 'resident-02', null), 'zh-CN');
  for (let index = 0; index < matters; index += 1)
    await submitFeedback(
      ctx,
      {
        title: `第 ${index + 1} 处垃圾没有清理`,
        body: '堆了几天，请派人清理。',
        ...{ category: 'environment', kind: 'help', areaId: '421002001001', place: '' },
        // One in ten is not for everyone: no order takes its words.
        isPublic: index % 10 === 0 ? '' : 'yes',
      } as never,
      [],
    );
}, 240_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const waiting = () =>
  portal.services.database.read.queueItem.count({
    where: { kind: 'feedback', state: 'open', title: { contains: '处垃圾没有清理' } },
  });

const shots = process.env.LOOK_FOLDER;
async function look(page: Page, name: string): Promise<void> {
  await expectNoSideScroll(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

describe.each([
  { width: 1280, scripts: true, locale: 'zh-CN' },
  { width: 360, scripts: false, locale: 'zh-CN' },
] as const)('the day of a moderator with 200 matters at $width px, scripts: $scripts', (how) => {
  it('searches, takes, makes orders of a page, sees what was refused, and answers the rest together', async () => {
    const walker = await walkersOf(portal, browser, how).person('moderator');
    const { page } = walker;
    await walker.go('/moderation?kind=feedback&q=处垃圾没有清理');
    if (how.scripts) await expectAccessible(page);
    const boxes = page.locator('input[name="items"][type="checkbox"]');
    // What scripts add to the page is there: from then on nothing moves.
    const settled = () => (how.scripts ? page.getByText('全选本页').waitFor() : Promise.resolve());
    await settled();
    expect(await boxes.count()).toBe(50);
    await look(page, `queue-${how.width}`);

    await page.locator('form:has(input[name="items"]) button', { hasText: '我来处理' }).first().click();
    await page.getByText('您在处理').first().waitFor();

    const before = await waiting();
    for (let at = 0; at < 20; at += 1) await boxes.nth(at).check();
    await page.locator('select[name="departmentId"]').selectOption({ index: 1 });
    await page.locator('button[value="dispatch"]').click();
    await page.getByText('项没有处理').first().waitFor();
    await page.getByText('内容不公开').first().waitFor();
    await look(page, `refused-${how.width}`);
    expect(before - (await waiting())).toBe(18);

    await walker.go('/moderation?kind=feedback&q=处垃圾没有清理');
    await settled();
    const rest = await waiting();
    const answered = 30;
    for (let at = 0; at < answered; at += 1) await boxes.nth(at).check();
    const together = page.locator('#together');
    await together.locator('textarea[name="reason"]').fill('环卫今天下午一起清理。');
    await together.locator('button[value="approve"]').click();
    await expect.poll(waiting, { timeout: 30_000 }).toBe(rest - answered);

    await walker.go('/moderation/log');
    await page.getByText('环卫今天下午一起清理。').first().waitFor();
    await look(page, `log-${how.width}`);
    await walker.go('/moderation/statistics');
    await look(page, `figures-${how.width}`);
    await walker.go('/account/notices');
    await look(page, `notices-${how.width}`);
    await walker.leave();
  }, 180_000);
});

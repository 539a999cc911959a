import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { textIn } from '~/i18n/catalogue';
import { organisationChoice } from '~/i18n/organisation-choice';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '' }, { work: false }), openBrowser()]);
  const data = Array.from({ length: 200 }, (_, at) => ({
    ...{ id: `many-${at}`, kind: 'business', name: `沿街商铺${at}号`, creditCode: `MANY-${at}` },
    ...{ verifiedCode: `MANY-${at}`, areaId: '421002001001', about: '商铺', contact: '', state: 'verified' },
    createdAt: new Date(),
  }));
  await portal.services.database.transaction((tx) => tx.prisma.organisation.createMany({ data }));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('parties among hundreds of organisations $name', (how) => {
  const words = wordsIn(how.locale);
  const t = textIn(how.locale, organisationChoice);
  const chosen = async ({ page }: Walker) =>
    page
      .locator('input[name=partyIds]:checked')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  const look = async (walker: Walker, query: string) => {
    await walker.fill({ 'partyIds.named': query });
    await walker.press(t('search'));
    await walker.sees(t('found', { query, count: 1 }));
  };

  it('are found by typing, and nothing that was typed or chosen is lost', async () => {
    const coordinator = await walkersOf(portal, browser, how).person('coordinator');
    await coordinator.go('/account/act-for');
    await coordinator.page.getByRole('radio', { name: '江豚志愿服务中心' }).check();
    await coordinator.press(words.identity('act-for.submit'));
    await coordinator.go('/agreements/new');
    const boxes = coordinator.page.locator('input[name=partyIds]');
    expect(await boxes.count()).toBeLessThan(15);
    await coordinator.fill({ title: '沿街共建协议', body: '## 目的\n\n一起打扫。', 'what.1': '提供水桶' });
    await look(coordinator, '商铺77号');
    await coordinator.choose('partyIds', 'many-77');
    await look(coordinator, 'many-123');
    await coordinator.choose('partyIds', 'many-123');
    expect(await chosen(coordinator)).toEqual(
      expect.arrayContaining(['org-jiangtun', 'many-77', 'many-123']),
    );
    await coordinator.fill({ 'party.1': 'many-77', 'due.1': '2029-12-31' });
    await look(coordinator, '商铺199号');
    for (const [name, value] of [
      ['title', '沿街共建协议'],
      ['what.1', '提供水桶'],
      ['party.1', 'many-77'],
    ] as const)
      expect(await coordinator.page.locator(`[name="${name}"]`).inputValue()).toBe(value);
    await expectNoSideScroll(coordinator.page);
    if (how.scripts) await expectAccessible(coordinator.page);
    if (process.env.PICTURES)
      await coordinator.page.screenshot({
        path: `${process.env.PICTURES}/organisations-${how.width}.png`,
        fullPage: true,
      });
    await coordinator.press(words.agreements('form.submit'));
    await coordinator.sees('沿街商铺77号');
    await coordinator.sees('沿街商铺123号');
    expect(coordinator.path()).toMatch(/^\/agreements\/[^/]+$/);
    await coordinator.leave();
  });
});

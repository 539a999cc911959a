import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAreas, manyAreas } from '../factories/many-areas';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';

let many: Portal;
let browser: Browser;
beforeAll(async () => {
  [many, browser] = await Promise.all([startPortal({ SMTP_URL: '' }, { work: false }), openBrowser()]);
  await insertAreas(many.services.database, manyAreas(10_000));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await many.stop();
});

const how = { locale: 'zh-CN' } as const;
const chosen = (page: Page, name: string) =>
  page.locator(`input[name="${name}"][type="hidden"]`).inputValue();

describe('choosing one of ten thousand areas', () => {
  it.each([360, 1280] as const)('goes by the keyboard alone at %i pixels', async (width) => {
    const resident = await walkersOf(many, browser, { ...how, width, scripts: true }).person('resident2');
    const { page } = resident;
    await resident.go('/feedback/new');
    const box = page.getByRole('combobox', { name: '涉及的区域' });
    await box.waitFor();
    await box.focus();
    await box.fill('第51区 中心社区');
    await page.getByRole('listbox').getByRole('option').nth(1).waitFor();
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('listbox').getByRole('option').nth(1).getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    expect(await chosen(page, 'areaId')).toMatch(/^421051\d{6}$/);
    expect(await box.inputValue()).toBe('中心社区');
    await resident.sees('已选：荆州市 › 第51区');
    // Level by level, without typing: up to the district, and Escape takes nothing away.
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').getByRole('option', { name: '第51区' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await chosen(page, 'areaId')).toBe('421051');
    await box.fill('没有这个地方');
    await resident.sees('没有找到');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('第51区');
    expect(await chosen(page, 'areaId')).toBe('421051');
    const heights = await page
      .getByRole('option')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights.filter((height) => height > 0 && height < 44)).toEqual([]);
    await resident.leave();
  });

  it('takes with the Enter key nothing that was offered for other words', async () => {
    const resident = await walkersOf(many, browser, { ...how, width: 1280, scripts: true }).person(
      'resident2',
    );
    const { page } = resident;
    await resident.go('/feedback/new');
    const box = page.getByRole('combobox', { name: '涉及的区域' });
    await box.fill('第52区');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    expect(await page.getByRole('listbox').getByRole('option').count()).toBe(1);
    const before = await chosen(page, 'areaId');
    // The answer to these words is long in coming.
    await page.route(/offered\.json/, () => undefined);
    await box.fill('第51区');
    await page.keyboard.press('Enter');
    expect(await chosen(page, 'areaId')).toBe(before);
    expect(await box.inputValue()).toBe('第51区');
    await page.unroute(/offered\.json/);
    await box.fill('第52区');
    await page.getByRole('option', { name: '第52区' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await chosen(page, 'areaId')).toBe('421052');
    await resident.leave();
  });

  it.each([360, 1280] as const)(
    'goes without scripts at %i pixels, and keeps what was typed',
    async (width) => {
      const resident = await walkersOf(many, browser, { ...how, width, scripts: false }).person('resident2');
      const { page } = resident;
      await resident.go('/feedback/new');
      await resident.choose('kind', 'help');
      await resident.fill({ title: '路灯不亮了', body: '晚上很黑，请尽快修好。', category: 'facilities' });
      await resident.fill({ 'areaId.find': '第51区' });
      await resident.press('查找');
      await expectNoSideScroll(page);
      await resident.press('看“第51区”的下一级');
      await resident.press('看“文化宫1街道”的下一级');
      await resident.choose('areaId', '421051001001');
      await resident.press('提交诉求');
      await resident.sees('路灯不亮了');
      const { areaId } = await many.services.database.read.feedback.findFirstOrThrow({
        orderBy: { id: 'desc' },
      });
      expect(areaId).toBe('421051001001');
      await resident.leave();
    },
  );

  it('publishes with the Enter key as without areas to look up, and keeps a draft by its own button', async () => {
    const resident = await walkersOf(many, browser, { ...how, width: 360, scripts: false }).person(
      'resident2',
    );
    const words = { title: '便河小区加一盏路灯', body: '北门到车棚这一段晚上太黑，老人走路不放心。' };
    const stateNow = async () =>
      (await many.services.database.read.proposal.findFirstOrThrow({ orderBy: { id: 'desc' } })).state;
    await resident.go('/proposals/new');
    await resident.fill({ ...words, category: 'facilities' });
    await resident.press('保存草稿');
    expect(await stateNow()).toBe('draft');
    await resident.go('/proposals/new');
    await resident.fill({ ...words, category: 'facilities' });
    await resident.page.locator('[name=title]').press('Enter');
    await resident.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    expect(await stateNow()).toBe('gathering');
    await resident.leave();
  });

  it.each([360, 1280] as const)(
    'shows what the Enter key looked up for a list at %i pixels',
    async (width) => {
      const visitor = await walkersOf(many, browser, { ...how, width, scripts: false }).visitor();
      const { page } = visitor;
      await visitor.go('/proposals');
      if (width === 360) await page.locator('.filter-fold summary').click();
      await page.locator('summary.control').click();
      await page.getByLabel('输入名称或区划代码').fill('沙市');
      await page.getByLabel('输入名称或区划代码').press('Enter');
      await page.waitForURL(/area\.find=/);
      await page.getByRole('radio', { name: /^沙市区/ }).check();
      await expectNoSideScroll(page);
      await visitor.leave();
    },
  );

  it.each([true, false])('narrows a list (scripts: %s)', async (scripts) => {
    const visitor = await walkersOf(many, browser, { ...how, width: 1280, scripts }).visitor();
    const { page } = visitor;
    await visitor.go('/proposals');
    if (scripts) {
      const box = page.getByRole('combobox', { name: '区域' });
      await box.fill('沙市');
      await page.getByRole('listbox').getByRole('option', { name: '沙市区' }).first().click();
    } else {
      await page.locator('summary.control').click();
      await page.getByLabel('输入名称或区划代码').fill('沙市');
      await page.getByRole('button', { name: '查找', exact: true }).click();
      await page.getByRole('radio', { name: /^沙市区/ }).check();
    }
    await page
      .getByRole('button', { name: '应用' })
      .or(page.locator('.filters-actions button'))
      .first()
      .click();
    await page.waitForURL(/area=421002(&|$)/);
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    if (scripts) await expectAccessible(page);
    await visitor.leave();
  });

  it.each([360, 1280] as const)(
    'keeps the radio buttons where the combobox cannot be loaded, at %i pixels',
    async (width) => {
      const resident = await walkersOf(many, browser, { ...how, width, scripts: true }).person('resident2');
      const { page } = resident;
      await page.route(/area-combobox/, (route) => route.abort());
      await resident.go('/feedback/new');
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('radio', { name: /荆州市/ }).count()).toBeGreaterThan(1);
      await page.getByLabel('输入名称或区划代码').fill('中心');
      await page.getByRole('button', { name: '查找', exact: true }).click();
      await resident.sees('还有更多');
      await expectAccessible(page);
      await expectNoSideScroll(page);
      await page.context().close();
    },
  );
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { textIn } from '~/i18n/catalogue';
import { budgetPapers } from '~/i18n/budget-papers';

const words = wordsIn('zh-CN');
const say = textIn('zh-CN', budgetPapers);
let browser: Browser;
let portal: Portal;
let at: string;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
  const ballot = await portal.services.database.read.ballot.findFirstOrThrow({
    where: { kind: 'ranking', state: 'open' },
  });
  at = `/ballots/${ballot.id}`;
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

const voter = () =>
  walkersOf(portal, browser, { width: 360, scripts: true, locale: 'zh-CN' }).person('resident40');
const tap = ({ page }: Walker, name: string) => page.locator('.rank-tap', { hasText: name }).click();
/** The order comes with its scripts, behind the page. */
async function order(page: Page): Promise<string[]> {
  const names = page.locator('.rank-order .rank-name');
  await names.first().waitFor();
  return names.allInnerTexts();
}
const placed = (...names: string[]) => names.map((name, at) => say('rank-of', { place: at + 1, name }));

it('options are tapped, dragged, put up and down, and given one place in the lists', async () => {
  const one = await voter();
  const { page } = one;
  await one.go(at);
  for (const name of ['乒乓球台', '带扶手的健步道', '儿童沙坑']) await tap(one, name);
  expect(await order(page)).toEqual(placed('乒乓球台', '带扶手的健步道', '儿童沙坑和滑梯'));
  await expectAccessible(page);
  await expectNoSideScroll(page);

  // The last is dragged above the first.
  const grips = page.locator('.rank-grip');
  await grips.last().scrollIntoViewIfNeeded();
  const [from, to] = await Promise.all([grips.last().boundingBox(), grips.first().boundingBox()]);
  if (!from || !to) throw new Error('no grips');
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await page.mouse.move(from.x + 10, from.y + from.height / 2, { steps: 4 });
  expect(await order(page)).toEqual(placed('儿童沙坑和滑梯', '乒乓球台', '带扶手的健步道'));

  await page.getByRole('button', { name: say('order-down', { name: '儿童沙坑和滑梯' }) }).click();
  expect(await order(page)).toEqual(placed('乒乓球台', '儿童沙坑和滑梯', '带扶手的健步道'));
  await one.press(words.ballots('cast'));
  await one.sees(words.ballots('receipt'));

  // What was voted stands as it was ranked; in the lists two may share a place.
  await one.go(at);
  expect(await order(page)).toEqual(placed('乒乓球台', '儿童沙坑和滑梯', '带扶手的健步道'));
  await page.getByRole('button', { name: say('ranks-lists') }).click();
  const list = (name: string) => page.getByRole('combobox', { name });
  expect(await list('带扶手的健步道').inputValue()).toBe('3');
  await list('带扶手的健步道').selectOption('1');
  await one.press(words.ballots('change'));
  await one.sees(words.ballots('receipt'));
  await one.go(at);
  expect(await list('带扶手的健步道').inputValue()).toBe('1');
  expect(await list('乒乓球台').inputValue()).toBe('1');
  await one.leave();
});

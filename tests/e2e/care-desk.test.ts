import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';

const community = '421002001001';
/** More than the desk lists of one kind unless it is asked for all. */
const [stated, listed] = [57, 50];

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal({}, { work: false });
  await stateNeeds();
});
afterAll(async () => {
  await portal?.stop();
  await browser.close();
});

/** Entries that wait for an answer, and no others. */
async function stateNeeds(): Promise<void> {
  const { database } = portal.services;
  const waiting = { areaId: community, state: 'stated' };
  const already = await database.read.careNeed.count({ where: waiting });
  const rows = Array.from({ length: stated - already }, (_none, at) => ({
    ...{ ...waiting, id: `need-${at}`, entitlement: 'self', rhythmDays: 7 },
    createdAt: new Date(portal.now().getTime() - at * 60_000),
  }));
  await database.transaction((tx) => tx.prisma.careNeed.createMany({ data: rows }));
}

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese, without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('the desk of those who look after people, $name', (how) => {
  const t = wordsIn(how.locale).care;
  /** The entries that stand under a heading. */
  const under = ({ page }: Walker, title: string) =>
    page
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) })
      .locator('article');

  it('lists the first of what waits, and all of it where somebody asks for that', async () => {
    const staff = await walkersOf(portal, browser, how).person('grid-worker');
    await staff.go('/care/desk');
    expect(await under(staff, t('desk-waiting')).count()).toBe(listed);
    const others = await under(staff, t('desk-volunteers')).count();
    await staff.follow(t('desk-all'));
    await staff.page.waitForURL(/\/care\/desk\?all=waiting$/);
    await under(staff, t('desk-waiting'))
      .nth(stated - 1)
      .waitFor();
    expect(await under(staff, t('desk-waiting')).count()).toBe(stated);
    expect(await under(staff, t('desk-volunteers')).count()).toBe(others);
    expect(await staff.page.getByRole('link', { name: t('desk-all') }).count()).toBe(0);
    await expectNoSideScroll(staff.page);
    if (how.scripts) await expectAccessible(staff.page);
    const folder = process.env.PICTURES;
    if (folder) await staff.page.screenshot({ path: `${folder}/${how.width}-desk-all.png` });
    // A list that there is not is none that is asked for.
    await staff.go('/care/desk?all=everything');
    expect(await under(staff, t('desk-waiting')).count()).toBe(listed);
    await staff.leave();
  });
});

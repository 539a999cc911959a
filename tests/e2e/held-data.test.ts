import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { wordsIn } from './setup/words';

/** More than the page shows of those who looked, unless it is asked for all. */
const [looks, listed] = [25, 20];

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal({}, { work: false });
  const { database } = portal.services;
  const { id } = await database.read.person.findFirstOrThrow({
    where: { email: { startsWith: 'resident22@' } },
  });
  const looked = { type: 'private.read', subjectKind: 'person', subjectId: id, isPublic: false };
  const rows = Array.from({ length: looks }, (_none, at) => ({
    ...{
      ...looked,
      id: `look-${at}`,
      at: portal.now(),
      publicData: JSON.stringify({ reason: `核对 ${at}` }),
    },
  }));
  await database.transaction((tx) => tx.prisma.event.createMany({ data: rows }));
});
afterAll(async () => {
  await portal?.stop();
  await browser.close();
});

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese, without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('what is held on a person, $name', (how) => {
  const t = wordsIn(how.locale).consents;

  it('tells who looked last, and all of them where somebody asks for that', async () => {
    const person = await walkersOf(portal, browser, how).person('resident22');
    const reasons = person.page.getByText(/^核对 \d+$/);
    await person.go('/account/data');
    expect(await reasons.count()).toBe(listed);
    await person.follow(t('readings-all'));
    await person.page.waitForURL(/\/account\/data\?readings=all$/);
    await reasons.nth(looks - 1).waitFor();
    expect(await person.page.getByRole('link', { name: t('readings-all') }).count()).toBe(0);
    await expectNoSideScroll(person.page);
    if (how.scripts) await expectAccessible(person.page);
    await person.leave();
  });
});

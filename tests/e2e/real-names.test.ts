import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { textIn } from '~/i18n/catalogue';
import { realName } from '~/i18n/real-name';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal({}, { work: false });
});
afterAll(async () => {
  await portal?.stop();
  await browser.close();
});

const visits: (Visit & { name: string; number: string; who: string })[] = [
  {
    ...{ name: 'at 360 px, in Chinese, without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
    ...{ number: '11010519491231002X', who: 'resident22' },
  },
  {
    ...{ name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
    ...{ number: '440524188001010014', who: 'resident23' },
  },
];

describe.each(visits)('a real name, $name', (how) => {
  const t = textIn(how.locale, realName);

  it('is written down at the counter and seen by its person alone', async () => {
    const { page, ...clerk } = await walkersOf(portal, browser, how).person('moderator');
    await clerk.go('/moderation/identities');
    await expectNoSideScroll(page);
    if (how.scripts) await expectAccessible(page);
    await clerk.fill({
      ...{ email: `${how.who}@demo.gongzhi.example`, name: '陈桂兰' },
      ...{ number: how.number, seen: '居民身份证，本人到场' },
    });
    await clerk.choose('consent', 'yes');
    await clerk.press(t('counter-submit'));
    await clerk.sees(t('counter-flash'));
    expect(await page.content()).not.toContain(how.number);
    await clerk.leave();

    const person = await walkersOf(portal, browser, how).person(how.who);
    await person.go('/account/real-name');
    await person.sees('陈桂兰');
    await expectNoSideScroll(person.page);
    if (how.scripts) await expectAccessible(person.page);
    expect(await person.page.content()).not.toContain(how.number);
    await person.leave();
  });
});

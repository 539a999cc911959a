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
import { reasons } from '~/i18n/reasons';

const hour = 3600_000;
const community = '421002001001';
const organisation = '江豚志愿服务中心';
const name = '陈桂兰';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await browser.close();
  await portal?.stop();
});

/** What a `datetime-local` input takes, by the portal's clock. */
const typed = (instant: Date) => new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 16);

const visits: (Visit & { name: string; people: [string, string, string] })[] = [
  {
    ...{ name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
    people: ['resident1', 'resident4', 'resident6'],
  },
  {
    ...{ name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
    people: ['resident8', 'resident9', 'resident10'],
  },
];

describe.each(visits)('a season of volunteering $name', (how) => {
  const [early, late, third] = how.people;
  const words = wordsIn(how.locale);
  const title = how.locale === 'en' ? 'Lamps looked after' : '路灯巡查队';
  let walkers: ReturnType<typeof walkersOf>;
  let coordinator: Walker;
  let opportunity = '';
  let shift = '';
  let begins = 0;
  beforeAll(() => {
    walkers = walkersOf(portal, browser, how);
  });
  const person = (of: string) => walkers.person(of);
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  const opened = async (of: string, path: string) => {
    const walker = await person(of);
    await walker.go(path);
    return walker;
  };

  it('begins as a draft that asks and insures, is copied, and is published', async () => {
    coordinator = await person('coordinator');
    await coordinator.go('/account/act-for');
    await coordinator.page.getByRole('radio', { name: organisation }).check();
    await coordinator.press(words.identity('act-for.submit'));
    await coordinator.go('/volunteering/new');
    await coordinator.fill({
      title,
      body: '晚上走一圈，记下不亮的灯。',
      areaId: community,
      risks: '走路小心',
    });
    await coordinator.page.locator('[name=dangerous]').check();
    await coordinator.press(words.volunteerDesk('save-draft'));
    await coordinator.seesFault();
    await coordinator.fill({ insurance: '平安保险 0001', minimumAge: '0', contact: '李老师 13800000000' });
    await coordinator.fill({ questions: '有手电筒吗' });
    await coordinator.press(words.volunteerDesk('save-draft'));
    await coordinator.page.waitForURL(/\/volunteering\/[0-9A-Z]{26}$/);
    const stranger = await walkers.visitor();
    expect((await stranger.page.goto(coordinator.path()))?.status()).toBe(403);
    await stranger.page.context().close();
    await coordinator.press(words.volunteerDesk('publish'));
    await coordinator.sees(words.volunteerDesk('flash-published'));
    opportunity = coordinator.path();
  });

  it('has a shift over midnight with its two days, and people who sign up, wait and are asked', async () => {
    begins = Math.ceil(portal.now().getTime() / (24 * hour)) * 24 * hour + 2 * 24 * hour + 14.5 * hour;
    await coordinator.unfold(words.volunteering('add-shift'));
    await coordinator.fill({
      startsAt: typed(new Date(begins)),
      endsAt: typed(new Date(begins - hour)),
      capacity: '1',
    });
    await coordinator.press(words.volunteering('add-shift'));
    await coordinator.seesFault();
    await coordinator.fill({ endsAt: typed(new Date(begins + 3 * hour)) });
    await coordinator.press(words.volunteering('add-shift'));
    const spans = await coordinator.page.locator('article.card time').first().innerText();
    expect(spans).toMatch(/22:30 – .*01:30/);
    expect(spans.match(/20\d\d/g)).toHaveLength(2);
    for (const [of, verb, said] of [
      [early, 'sign-up', 'mine.confirmed'],
      [late, 'sign-up-waiting', 'mine.waiting'],
    ] as const) {
      const walker = await opened(of, opportunity);
      await walker.unfold(words.volunteering(verb));
      await walker.press(words.volunteering(verb));
      await walker.seesFault();
      await walker.fill({ answer0: '有' });
      await walker.press(words.volunteering(verb));
      await walker.sees(words.volunteering(said));
      const contact = walker.page.getByText('13800000000');
      expect(await contact.count()).toBe(of === early ? 1 : 0);
      await check(walker);
      await walker.leave();
    }
  });

  it('is changed: the place moves and a seat is added, which is told and offered', async () => {
    await coordinator.go(opportunity);
    await coordinator.unfold(words.volunteerDesk('change-shift'));
    await coordinator.fill({ capacity: '2', place: '西门', reason: '东门修路' });
    await coordinator.press(words.volunteerDesk('change-shift'));
    await coordinator.sees(words.volunteerDesk('flash-changed'));
    await check(coordinator);
    const walker = await opened(late, opportunity);
    await walker.press(words.volunteering('accept'));
    await walker.sees(words.volunteering('mine.confirmed'));
    await walker.leave();
    const told = await opened(early, '/inbox');
    // The worker tells beside the server.
    for (let attempt = 0; attempt < 60; attempt += 1) {
      if ((await told.page.getByText('东门修路').count()) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await told.go('/inbox');
    }
    await told.sees('西门');
    await told.sees('东门修路');
    await told.leave();
  });

  it('checks in by the code on the screen, by the list, and whoever walks in', async () => {
    portal.advance(begins - portal.now().getTime());
    await coordinator.go(opportunity);
    await coordinator.follow(words.volunteerDesk('roster'));
    await coordinator.page.waitForURL(/\/volunteering\/shifts\/[0-9A-Z]{26}$/);
    shift = coordinator.path();
    await check(coordinator);
    await coordinator.go(`${shift}/code`);
    await check(coordinator);
    const digits = async () => {
      await coordinator.go(`${shift}/code`);
      return (await coordinator.page.locator('.check-in-digits').innerText()).replace(/\s/g, '');
    };
    const walker = await opened(early, `${shift}/check-in`);
    await walker.fill({ code: '12345' });
    await walker.press(words.volunteerDesk('check-in'));
    await walker.seesFault();
    await walker.go(`${shift}/check-in?code=${await digits()}`);
    await walker.press(words.volunteerDesk('check-in'));
    await walker.sees(words.volunteerDesk('flash-in'));
    await check(walker);
    const stranger = await opened(third, `${shift}/check-in?code=${await digits()}`);
    await stranger.page.locator('[name=walkIn]').check();
    await stranger.press(words.volunteerDesk('check-in'));
    await stranger.sees(words.volunteerDesk('flash-in'));
    await stranger.leave();
    await coordinator.go(shift);
    await coordinator.press(words.volunteerDesk('tick-in'));
    await coordinator.sees(words.volunteerDesk('flash-ticked'));
    // Dangerous work takes no guest without an account; whoever has one is found by its address.
    await coordinator.unfold(words.volunteerDesk('add-person'));
    await coordinator.fill({ name: '王大爷' });
    await coordinator.press(words.volunteerDesk('add-person'));
    await coordinator.sees(textIn(how.locale, reasons)('volunteering.no-guests-in-danger'));
    await coordinator.fill({ email: `${third}@demo.gongzhi.example` });
    await coordinator.press(words.volunteerDesk('add-person'));
    await coordinator.sees(words.volunteerDesk('flash-ticked'));
    await check(coordinator);
    portal.advance(3 * hour);
    await walker.go(`${shift}/check-in?code=${await digits()}`);
    await walker.press(words.volunteerDesk('check-out'));
    await walker.sees(words.volunteerDesk('flash-out'));
    await walker.leave();
  });

  it('confirms the hours in one act, answers an objection, and shows the desk what is left', async () => {
    portal.advance(hour);
    await coordinator.go('/volunteering/desk');
    await check(coordinator);
    await coordinator.go(shift);
    await coordinator.unfold(words.volunteerDesk('all-came'));
    await coordinator.press(words.volunteerDesk('all-came'));
    await coordinator.sees(words.volunteerDesk('flash-all', { confirmed: 1, left: 2 }));
    await coordinator.unfold(words.volunteerDesk('evaluate'));
    await coordinator.fill({ evaluation: '认真负责' });
    await coordinator.press(words.volunteerDesk('evaluate'));
    await coordinator.sees(words.volunteerDesk('flash-evaluated'));
    const walker = await opened(early, '/volunteering/mine');
    // The newest shift stands first.
    await walker.page
      .locator('summary', { hasText: words.volunteering('object') })
      .first()
      .click();
    await walker.fill({ words: '我多留了半小时' });
    await walker.press(words.volunteering('object'));
    await walker.sees(words.volunteering('flash-objected'));
    await check(walker);
    await walker.leave();
    await coordinator.go(shift);
    await coordinator.sees('我多留了半小时');
    await coordinator.unfold(words.volunteerDesk('answer'));
    await coordinator.fill({ words: '签退时间是这样记的' });
    await coordinator.press(words.volunteerDesk('answer'));
    await coordinator.sees(words.volunteerDesk('flash-answered'));
  });

  it('certifies, and a stranger verifies no more than the person allows', async () => {
    const walker = await opened(early, '/volunteering/certificates');
    await walker.fill({ organisationId: 'org-jiangtun', realName: name });
    await walker.press(words.certificates('issue'));
    await walker.sees(words.certificates('flash-issued'));
    await walker.sees(title);
    await check(walker);
    const address = await walker.page.locator('.long-address').innerText();
    const stranger = await walkers.visitor();
    await stranger.page.goto(address);
    await stranger.sees(words.certificates('check-holds'));
    await stranger.sees(words.certificates('in-log'));
    expect(await stranger.page.getByText(name).count()).toBe(0);
    await check(stranger);
    await walker.page.locator('[name=shows][value=name]').check();
    await walker.press(words.certificates('save'));
    await stranger.page.goto(address);
    await stranger.sees(name);
    await walker.unfold(words.certificates('revoke'));
    await walker.fill({ reason: '要换一份新的' });
    await walker.press(words.certificates('revoke'));
    await stranger.page.goto(address);
    await stranger.sees(words.certificates('check-revoked'));
    for (const one of [walker, stranger, coordinator]) await one.leave();
  });
});

import type { Browser } from 'playwright-core';
import { eventText } from '~/i18n/event-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventText } from '~/i18n/event-text';
import { goThroughSteps } from './setup/ballot-steps';
import { eventText } from '~/i18n/event-text';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { eventText } from '~/i18n/event-text';
import type { Visit } from './setup/browser';
import { eventText } from '~/i18n/event-text';
import { startPortal } from './setup/portal';
import { eventText } from '~/i18n/event-text';
import type { Portal } from './setup/portal';
import { eventText } from '~/i18n/event-text';
import { walkersOf } from './setup/walker';
import { eventText } from '~/i18n/event-text';
import { wordsIn } from './setup/words';
import { eventText } from '~/i18n/event-text';
import type { Walker } from './setup/walker';
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
const minute = 60_000;
import { eventText } from '~/i18n/event-text';
const day = 24 * 60 * minute;
import { eventText } from '~/i18n/event-text';
const community = '421002001001';
import { eventText } from '~/i18n/event-text';
const title = '便河小区南门加装充电桩';
import { eventText } from '~/i18n/event-text';
const password = 'gongzhi-demo';
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
let browser: Browser;
import { eventText } from '~/i18n/event-text';
beforeAll(async () => {
import { eventText } from '~/i18n/event-text';
  browser = await openBrowser();
import { eventText } from '~/i18n/event-text';
});
import { eventText } from '~/i18n/event-text';
afterAll(() => browser.close());
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
/** What a `datetime-local` input takes, by the portal's clock. */
import { eventText } from '~/i18n/event-text';
function typed(instant: Date): string {
import { eventText } from '~/i18n/event-text';
  const local = new Date(instant.getTime() + 8 * 60 * minute);
import { eventText } from '~/i18n/event-text';
  return local.toISOString().slice(0, 16);
import { eventText } from '~/i18n/event-text';
}
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
// Twice is enough to see each language, width and way of working; axe looks where scripts run.
import { eventText } from '~/i18n/event-text';
const visits: (Visit & { name: string })[] = [
import { eventText } from '~/i18n/event-text';
  { name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
import { eventText } from '~/i18n/event-text';
  { name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
import { eventText } from '~/i18n/event-text';
];
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
describe.each(visits)('the whole line $name', (how) => {
import { eventText } from '~/i18n/event-text';
  let portal: Portal;
import { eventText } from '~/i18n/event-text';
  let walkers: ReturnType<typeof walkersOf>;
import { eventText } from '~/i18n/event-text';
  let proposer: Walker;
import { eventText } from '~/i18n/event-text';
  let proposal = '';
import { eventText } from '~/i18n/event-text';
  let ballot = '';
import { eventText } from '~/i18n/event-text';
  let order = '';
import { eventText } from '~/i18n/event-text';
  const words = wordsIn(how.locale);
import { eventText } from '~/i18n/event-text';
  const person = (email: string) => walkers.person(email);
import { eventText } from '~/i18n/event-text';
  const check = async (walker: Walker) => {
import { eventText } from '~/i18n/event-text';
    await expectNoSideScroll(walker.page);
import { eventText } from '~/i18n/event-text';
    if (how.scripts) await expectAccessible(walker.page);
import { eventText } from '~/i18n/event-text';
  };
import { eventText } from '~/i18n/event-text';
  /** The worker works beside the server: looks again until the page shows the words. */
import { eventText } from '~/i18n/event-text';
  const waitFor = async (walker: Walker, path: string, text: string) => {
import { eventText } from '~/i18n/event-text';
    for (let attempt = 0; attempt < 60; attempt += 1) {
import { eventText } from '~/i18n/event-text';
      await walker.go(path);
import { eventText } from '~/i18n/event-text';
      if ((await walker.page.getByText(text, { exact: true }).count()) > 0) return;
import { eventText } from '~/i18n/event-text';
      await new Promise((resolve) => setTimeout(resolve, 500));
import { eventText } from '~/i18n/event-text';
    }
import { eventText } from '~/i18n/event-text';
    throw new Error(`${path} never showed “${text}”`);
import { eventText } from '~/i18n/event-text';
  };
import { eventText } from '~/i18n/event-text';
  const actFor = async (walker: Walker, name: string) => {
import { eventText } from '~/i18n/event-text';
    await walker.go('/account/act-for');
import { eventText } from '~/i18n/event-text';
    await walker.page.getByRole('radio', { name }).check();
import { eventText } from '~/i18n/event-text';
    await walker.press(words.identity('act-for.submit'));
import { eventText } from '~/i18n/event-text';
  };
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  beforeAll(async () => {
import { eventText } from '~/i18n/event-text';
    portal = await startPortal();
import { eventText } from '~/i18n/event-text';
    walkers = walkersOf(portal, browser, how);
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';
  afterAll(async () => {
import { eventText } from '~/i18n/event-text';
    await proposer?.leave();
import { eventText } from '~/i18n/event-text';
    await portal?.stop();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('begins with a newcomer who registers by mail and proves the residence', async () => {
import { eventText } from '~/i18n/event-text';
    proposer = await walkers.visitor();
import { eventText } from '~/i18n/event-text';
    await proposer.go('/register');
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.identity('register.submit'));
import { eventText } from '~/i18n/event-text';
    await proposer.seesFault();
import { eventText } from '~/i18n/event-text';
    await check(proposer);
import { eventText } from '~/i18n/event-text';
    await proposer.choose('mails', 'yes');
import { eventText } from '~/i18n/event-text';
    await proposer.fill({ email: 'chen@example.org', displayName: '陈桂兰', password: 'spring river lamp' });
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.identity('register.submit'));
import { eventText } from '~/i18n/event-text';
    await proposer.sees(words.identity('register.sent-title'));
import { eventText } from '~/i18n/event-text';
    const mail = await portal.mail.mailTo('chen@example.org', '.');
import { eventText } from '~/i18n/event-text';
    const link = /https?:\/\/\S+\/confirm\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
import { eventText } from '~/i18n/event-text';
    await proposer.page.goto(link);
import { eventText } from '~/i18n/event-text';
    await proposer.fill({ password: 'spring river lamp' });
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.identity('confirm.submit'));
import { eventText } from '~/i18n/event-text';
    await proposer.sees('chen@example.org');
import { eventText } from '~/i18n/event-text';
    await proposer.go('/account/residence');
import { eventText } from '~/i18n/event-text';
    await proposer.fill({ areaId: community, address: '便河路 12 号 3 栋 401', birthYear: '1955' });
import { eventText } from '~/i18n/event-text';
    await proposer.choose('consent', 'yes');
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.identity('residence.submit'));
import { eventText } from '~/i18n/event-text';
    await proposer.sees(words.identity('account.waiting'));
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('has a moderator confirm the residence, reading the address on record', async () => {
import { eventText } from '~/i18n/event-text';
    const moderator = await person('moderator');
import { eventText } from '~/i18n/event-text';
    await moderator.go('/moderation?kind=residence-verification');
import { eventText } from '~/i18n/event-text';
    await moderator.follow('陈桂兰');
import { eventText } from '~/i18n/event-text';
    await moderator.fill({ purpose: '核对居住申请' });
import { eventText } from '~/i18n/event-text';
    await moderator.press(words.moderation('address-show'));
import { eventText } from '~/i18n/event-text';
    await moderator.sees('便河路 12 号 3 栋 401');
import { eventText } from '~/i18n/event-text';
    await moderator.fill({ reason: '与户籍信息一致' });
import { eventText } from '~/i18n/event-text';
    await moderator.press(words.moderation('approve.residence-verification'));
import { eventText } from '~/i18n/event-text';
    await moderator.leave();
import { eventText } from '~/i18n/event-text';
    await proposer.go('/account');
import { eventText } from '~/i18n/event-text';
    expect(await proposer.page.getByText(words.identity('account.waiting')).count()).toBe(0);
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('lets the resident propose', async () => {
import { eventText } from '~/i18n/event-text';
    await proposer.go('/proposals/new');
import { eventText } from '~/i18n/event-text';
    await proposer.fill({ title: '短' });
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.proposals('publish'));
import { eventText } from '~/i18n/event-text';
    await proposer.seesFault();
import { eventText } from '~/i18n/event-text';
    expect(await proposer.page.locator('[name=title]').inputValue()).toBe('短');
import { eventText } from '~/i18n/event-text';
    await proposer.fill({
import { eventText } from '~/i18n/event-text';
      title,
import { eventText } from '~/i18n/event-text';
      body: '南门有三十多辆电动车，大家**拉飞线**充电，很不安全。希望装一排充电桩。',
import { eventText } from '~/i18n/event-text';
      category: 'facilities',
import { eventText } from '~/i18n/event-text';
      areaId: community,
import { eventText } from '~/i18n/event-text';
      place: '南门自行车棚旁',
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.proposals('publish'));
import { eventText } from '~/i18n/event-text';
    await proposer.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    proposal = proposer.path();
import { eventText } from '~/i18n/event-text';
    await proposer.sees(title);
import { eventText } from '~/i18n/event-text';
    await check(proposer);
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('lets neighbours comment and endorse up to the threshold', async () => {
import { eventText } from '~/i18n/event-text';
    for (const name of ['resident1', 'resident4', 'resident7']) {
import { eventText } from '~/i18n/event-text';
      const neighbour = await person(name);
import { eventText } from '~/i18n/event-text';
      await neighbour.go(proposal);
import { eventText } from '~/i18n/event-text';
      if (name === 'resident1') {
import { eventText } from '~/i18n/event-text';
        await neighbour.fill({ body: '支持！我家楼下就有人拉飞线。' });
import { eventText } from '~/i18n/event-text';
        await neighbour.press(words.deliberation('post'));
import { eventText } from '~/i18n/event-text';
        await neighbour.sees('我家楼下就有人拉飞线');
import { eventText } from '~/i18n/event-text';
      }
import { eventText } from '~/i18n/event-text';
      await neighbour.press(words.proposals('endorse'));
import { eventText } from '~/i18n/event-text';
      await neighbour.leave();
import { eventText } from '~/i18n/event-text';
    }
import { eventText } from '~/i18n/event-text';
    await proposer.go(proposal);
import { eventText } from '~/i18n/event-text';
    await proposer.sees(words.proposals('state.review'));
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('has a moderator put it to the vote, and opens at the time', async () => {
import { eventText } from '~/i18n/event-text';
    const moderator = await person('moderator');
import { eventText } from '~/i18n/event-text';
    await moderator.go(proposal);
import { eventText } from '~/i18n/event-text';
    await moderator.follow(words.proposals('call'));
import { eventText } from '~/i18n/event-text';
    await goThroughSteps(moderator, words, {
import { eventText } from '~/i18n/event-text';
      matter: () =>
import { eventText } from '~/i18n/event-text';
        moderator.fill({
import { eventText } from '~/i18n/event-text';
          title: '要不要在南门装充电桩',
import { eventText } from '~/i18n/event-text';
          question: '同意在南门自行车棚旁装一排充电桩吗？',
import { eventText } from '~/i18n/event-text';
          areaId: community,
import { eventText } from '~/i18n/event-text';
        }),
import { eventText } from '~/i18n/event-text';
      times: () =>
import { eventText } from '~/i18n/event-text';
        moderator.fill({
import { eventText } from '~/i18n/event-text';
          opensAt: typed(new Date(portal.now().getTime() + 10 * minute)),
import { eventText } from '~/i18n/event-text';
          closesAt: typed(new Date(portal.now().getTime() + 2 * day)),
import { eventText } from '~/i18n/event-text';
        }),
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await moderator.press(words.ballotWalk('publish'));
import { eventText } from '~/i18n/event-text';
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    ballot = moderator.path();
import { eventText } from '~/i18n/event-text';
    portal.advance(11 * minute);
import { eventText } from '~/i18n/event-text';
    await waitFor(moderator, ballot, words.ballots('state.open'));
import { eventText } from '~/i18n/event-text';
    await moderator.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('keeps what a visitor chose while signing in, which comes last', async () => {
import { eventText } from '~/i18n/event-text';
    const voter = await walkers.visitor();
import { eventText } from '~/i18n/event-text';
    await voter.go(ballot);
import { eventText } from '~/i18n/event-text';
    await voter.page.getByRole('radio', { name: words.ballots('vote-yes') }).check();
import { eventText } from '~/i18n/event-text';
    await voter.press(words.ballots('sign-in-and-cast'));
import { eventText } from '~/i18n/event-text';
    await voter.sees(words.identity('sign-in.kept'));
import { eventText } from '~/i18n/event-text';
    await voter.fill({ email: 'resident1@demo.gongzhi.example', password });
import { eventText } from '~/i18n/event-text';
    await voter.press(words.identity('sign-in.submit'));
import { eventText } from '~/i18n/event-text';
    await voter.sees(words.ballots('choice-kept'));
import { eventText } from '~/i18n/event-text';
    expect(await voter.page.getByRole('radio', { name: words.ballots('vote-yes') }).isChecked()).toBe(true);
import { eventText } from '~/i18n/event-text';
    await voter.press(words.ballots('cast'));
import { eventText } from '~/i18n/event-text';
    await voter.sees(words.ballots('receipt'));
import { eventText } from '~/i18n/event-text';
    await check(voter);
import { eventText } from '~/i18n/event-text';
    await voter.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('counts the votes once at closing and adopts the proposal', async () => {
import { eventText } from '~/i18n/event-text';
    for (const [name, answer] of [
import { eventText } from '~/i18n/event-text';
      ['resident4', 'vote-yes'],
import { eventText } from '~/i18n/event-text';
      ['resident7', 'vote-no'],
import { eventText } from '~/i18n/event-text';
    ] as const) {
import { eventText } from '~/i18n/event-text';
      const voter = await person(name);
import { eventText } from '~/i18n/event-text';
      await voter.go(ballot);
import { eventText } from '~/i18n/event-text';
      await voter.page.getByRole('radio', { name: words.ballots(answer) }).check();
import { eventText } from '~/i18n/event-text';
      await voter.press(words.ballots('cast'));
import { eventText } from '~/i18n/event-text';
      await voter.sees(words.ballots('receipt'));
import { eventText } from '~/i18n/event-text';
      await voter.leave();
import { eventText } from '~/i18n/event-text';
    }
import { eventText } from '~/i18n/event-text';
    portal.advance(2 * day);
import { eventText } from '~/i18n/event-text';
    await waitFor(proposer, ballot, words.ballots('state.closed'));
import { eventText } from '~/i18n/event-text';
    await check(proposer);
import { eventText } from '~/i18n/event-text';
    await proposer.go(proposal);
import { eventText } from '~/i18n/event-text';
    await proposer.sees(words.proposals('state.adopted'));
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('recruits volunteers', async () => {
import { eventText } from '~/i18n/event-text';
    const coordinator = await person('coordinator');
import { eventText } from '~/i18n/event-text';
    await actFor(coordinator, '江豚志愿服务中心');
import { eventText } from '~/i18n/event-text';
    await coordinator.go(`/volunteering/new?proposal=${proposal.split('/').at(-1)}`);
import { eventText } from '~/i18n/event-text';
    await coordinator.fill({
import { eventText } from '~/i18n/event-text';
      title: '充电桩安装引导',
import { eventText } from '~/i18n/event-text';
      body: '请两位志愿者在现场引导停车。',
import { eventText } from '~/i18n/event-text';
      areaId: community,
import { eventText } from '~/i18n/event-text';
      risks: '无特别风险',
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await coordinator.press(words.volunteering('form.submit'));
import { eventText } from '~/i18n/event-text';
    await coordinator.page.waitForURL(/\/volunteering\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    const opportunity = coordinator.path();
import { eventText } from '~/i18n/event-text';
    await coordinator.unfold(words.volunteering('add-shift'));
import { eventText } from '~/i18n/event-text';
    await coordinator.fill({
import { eventText } from '~/i18n/event-text';
      startsAt: typed(new Date(portal.now().getTime() + 3 * day)),
import { eventText } from '~/i18n/event-text';
      endsAt: typed(new Date(portal.now().getTime() + 3 * day + 120 * minute)),
import { eventText } from '~/i18n/event-text';
      capacity: '1',
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await coordinator.press(words.volunteering('add-shift'));
import { eventText } from '~/i18n/event-text';
    await coordinator.leave();
import { eventText } from '~/i18n/event-text';
    const first = await person('resident1');
import { eventText } from '~/i18n/event-text';
    await first.go(opportunity);
import { eventText } from '~/i18n/event-text';
    await first.press(words.volunteering('sign-up'));
import { eventText } from '~/i18n/event-text';
    await first.sees(words.volunteering('mine.confirmed'));
import { eventText } from '~/i18n/event-text';
    await check(first);
import { eventText } from '~/i18n/event-text';
    await first.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('has an agreement drawn up for it, which the public reads once its text is frozen', async () => {
import { eventText } from '~/i18n/event-text';
    const coordinator = await person('coordinator');
import { eventText } from '~/i18n/event-text';
    await actFor(coordinator, '江豚志愿服务中心');
import { eventText } from '~/i18n/event-text';
    await coordinator.go(`/agreements/new?proposal=${proposal.split('/').at(-1)}`);
import { eventText } from '~/i18n/event-text';
    await coordinator.fill({
import { eventText } from '~/i18n/event-text';
      title: '南门充电桩共建协议',
import { eventText } from '~/i18n/event-text';
      body: '各方共同出力，建好管好南门充电桩，保障用电安全。',
import { eventText } from '~/i18n/event-text';
      areaId: community,
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    for (const id of ['org-bianhe', 'org-chaoshi']) await coordinator.choose('partyIds', id);
import { eventText } from '~/i18n/event-text';
    await coordinator.press(words.agreements('form.submit'));
import { eventText } from '~/i18n/event-text';
    await coordinator.page.waitForURL(/\/agreements\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    await coordinator.unfold(words.agreements('freeze'));
import { eventText } from '~/i18n/event-text';
    await coordinator.press(words.agreements('freeze'));
import { eventText } from '~/i18n/event-text';
    await coordinator.sees(words.common('to-check'));
import { eventText } from '~/i18n/event-text';
    await coordinator.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('turns it into a work order, which the department gets done', async () => {
import { eventText } from '~/i18n/event-text';
    const moderator = await person('moderator');
import { eventText } from '~/i18n/event-text';
    await moderator.go(proposal);
import { eventText } from '~/i18n/event-text';
    await moderator.follow(words.proposals('order'));
import { eventText } from '~/i18n/event-text';
    await moderator.fill({ departmentId: 'org-chengguan', externalNumber: `12345-${how.width}` });
import { eventText } from '~/i18n/event-text';
    await moderator.press(words.workOrders('register'));
import { eventText } from '~/i18n/event-text';
    await moderator.page.waitForURL(/\/work-orders\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    order = moderator.path();
import { eventText } from '~/i18n/event-text';
    await moderator.leave();
import { eventText } from '~/i18n/event-text';
    const staff = await person('staff');
import { eventText } from '~/i18n/event-text';
    await staff.go(order);
import { eventText } from '~/i18n/event-text';
    await staff.press(words.workOrders('accept'));
import { eventText } from '~/i18n/event-text';
    await staff.sees(words.workOrders('state.accepted'));
import { eventText } from '~/i18n/event-text';
    await staff.fill({ report: '已在南门自行车棚旁安装十个充电口，验收合格。' });
import { eventText } from '~/i18n/event-text';
    await staff.press(words.workOrders('finish'));
import { eventText } from '~/i18n/event-text';
    await staff.sees(words.workOrders('state.done'));
import { eventText } from '~/i18n/event-text';
    await check(staff);
import { eventText } from '~/i18n/event-text';
    await staff.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('asks the proposer, by mail too, whether it is solved', async () => {
import { eventText } from '~/i18n/event-text';
    const mail = await portal.mail.mailTo('chen@example.org', title);
import { eventText } from '~/i18n/event-text';
    expect(mail.headers.get('list')).toBeDefined();
import { eventText } from '~/i18n/event-text';
    expect(mail.html).toContain('unsubscribe');
import { eventText } from '~/i18n/event-text';
    await proposer.go(order);
import { eventText } from '~/i18n/event-text';
    await proposer.follow(words.workOrders('solved-yes'));
import { eventText } from '~/i18n/event-text';
    await proposer.choose('solved', 'yes');
import { eventText } from '~/i18n/event-text';
    await proposer.choose('rating', '5');
import { eventText } from '~/i18n/event-text';
    await check(proposer);
import { eventText } from '~/i18n/event-text';
    await proposer.press(words.workOrders('call-back-send'));
import { eventText } from '~/i18n/event-text';
    await proposer.sees(words.workOrders('state.solved'));
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('shows the whole history on the page of the proposal', async () => {
import { eventText } from '~/i18n/event-text';
    const visitor = await walkers.visitor();
import { eventText } from '~/i18n/event-text';
    await visitor.go(proposal);
import { eventText } from '~/i18n/event-text';
    await visitor.sees(words.proposals('state.evaluated'));
import { eventText } from '~/i18n/event-text';
    for (const type of [
import { eventText } from '~/i18n/event-text';
      'proposal.published',
import { eventText } from '~/i18n/event-text';
      'proposal.threshold-reached',
import { eventText } from '~/i18n/event-text';
      'proposal.put-to-vote',
import { eventText } from '~/i18n/event-text';
      'proposal.adopted',
import { eventText } from '~/i18n/event-text';
      'proposal.implementation-started',
import { eventText } from '~/i18n/event-text';
      'proposal.done',
import { eventText } from '~/i18n/event-text';
      'proposal.evaluated',
import { eventText } from '~/i18n/event-text';
    ] as const)
import { eventText } from '~/i18n/event-text';
      await visitor.sees(eventText('zh-CN', type, { title: '' }));
import { eventText } from '~/i18n/event-text';
    for (const linked of ['要不要在南门装充电桩', '充电桩安装引导', '南门充电桩共建协议'])
import { eventText } from '~/i18n/event-text';
      expect(await visitor.page.getByRole('link', { name: linked }).count()).toBeGreaterThan(0);
import { eventText } from '~/i18n/event-text';
    await check(visitor);
import { eventText } from '~/i18n/event-text';
    await visitor.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';
});
import { eventText } from '~/i18n/event-text';

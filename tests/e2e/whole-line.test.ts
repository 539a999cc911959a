import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goThroughSteps } from './setup/ballot-steps';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { wordsIn } from './setup/words';
import type { Walker } from './setup/walker';
import { eventText } from '~/i18n/event-text';

const minute = 60_000;
const day = 24 * 60 * minute;
const community = '421002001001';
const title = '便河小区南门加装充电桩';
const password = 'gongzhi-demo';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a `datetime-local` input takes, by the portal's clock. */
function typed(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * 60 * minute);
  return local.toISOString().slice(0, 16);
}

// Twice is enough to see each language, width and way of working; axe looks where scripts run.
const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
];

describe.each(visits)('the whole line $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let proposer: Walker;
  let proposal = '';
  let ballot = '';
  let order = '';
  const words = wordsIn(how.locale);
  const person = (email: string) => walkers.person(email);
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  /** The worker works beside the server: looks again until the page shows the words. */
  const waitFor = async (walker: Walker, path: string, text: string) => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await walker.go(path);
      if ((await walker.page.getByText(text, { exact: true }).count()) > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${path} never showed “${text}”`);
  };
  const actFor = async (walker: Walker, name: string) => {
    await walker.go('/account/act-for');
    await walker.page.getByRole('radio', { name }).check();
    await walker.press(words.identity('act-for.submit'));
  };

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(async () => {
    await proposer?.leave();
    await portal?.stop();
  });

  it('begins with a newcomer who registers by mail and proves the residence', async () => {
    proposer = await walkers.visitor();
    await proposer.go('/register');
    await proposer.press(words.identity('register.submit'));
    await proposer.seesFault();
    await check(proposer);
    await proposer.choose('mails', 'yes');
    await proposer.fill({ email: 'chen@example.org', displayName: '陈桂兰', password: 'spring river lamp' });
    await proposer.press(words.identity('register.submit'));
    await proposer.sees(words.identity('register.sent-title'));
    const mail = await portal.mail.mailTo('chen@example.org', '.');
    const link = /https?:\/\/\S+\/confirm\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
    await proposer.page.goto(link);
    await proposer.fill({ password: 'spring river lamp' });
    await proposer.press(words.identity('confirm.submit'));
    await proposer.sees('chen@example.org');
    await proposer.go('/account/notices');
    // The walk is the same by night, when mails wait for the morning.
    await proposer.page.locator('[name=quiet]').uncheck();
    await proposer.press(words.noticeWays('save'));
    await proposer.go('/account/residence');
    await proposer.fill({ areaId: community, address: '便河路 12 号 3 栋 401', birthYear: '1955' });
    await proposer.choose('consent', 'yes');
    await proposer.press(words.identity('residence.submit'));
    await proposer.sees(words.identity('account.waiting'));
  });

  it('has a moderator confirm the residence, reading the address on record', async () => {
    const moderator = await person('moderator');
    await moderator.go('/moderation?kind=residence-verification');
    await moderator.follow('陈桂兰');
    await moderator.fill({ purpose: '核对居住申请' });
    await moderator.press(words.moderation('address-show'));
    await moderator.sees('便河路 12 号 3 栋 401');
    await moderator.fill({ reason: '与户籍信息一致' });
    await moderator.press(words.moderation('approve.residence-verification'));
    await moderator.leave();
    await proposer.go('/account');
    expect(await proposer.page.getByText(words.identity('account.waiting')).count()).toBe(0);
  });

  it('lets the resident propose', async () => {
    await proposer.go('/proposals/new');
    await proposer.fill({ title: '短' });
    await proposer.press(words.proposals('publish'));
    await proposer.seesFault();
    expect(await proposer.page.locator('[name=title]').inputValue()).toBe('短');
    await proposer.fill({
      title,
      body: '南门有三十多辆电动车，大家**拉飞线**充电，很不安全。希望装一排充电桩。',
      category: 'facilities',
      areaId: community,
      place: '南门自行车棚旁',
    });
    await proposer.press(words.proposals('publish'));
    await proposer.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    proposal = proposer.path();
    await proposer.sees(title);
    await check(proposer);
  });

  it('lets neighbours comment and endorse up to the threshold', async () => {
    for (const name of ['resident1', 'resident4', 'resident7']) {
      const neighbour = await person(name);
      await neighbour.go(proposal);
      if (name === 'resident1') {
        await neighbour.fill({ body: '支持！我家楼下就有人拉飞线。' });
        await neighbour.press(words.deliberation('post'));
        await neighbour.sees('我家楼下就有人拉飞线');
      }
      await neighbour.press(words.proposals('endorse'));
      await neighbour.leave();
    }
    await proposer.go(proposal);
    await proposer.sees(words.proposals('state.review'));
  });

  it('has a moderator put it to the vote, and opens at the time', async () => {
    const moderator = await person('moderator');
    await moderator.go(proposal);
    await moderator.follow(words.proposals('call'));
    await goThroughSteps(moderator, words, {
      matter: () =>
        moderator.fill({
          title: '要不要在南门装充电桩',
          question: '同意在南门自行车棚旁装一排充电桩吗？',
          areaId: community,
        }),
      times: () =>
        moderator.fill({
          opensAt: typed(new Date(portal.now().getTime() + 10 * minute)),
          closesAt: typed(new Date(portal.now().getTime() + 2 * day)),
        }),
    });
    await moderator.press(words.ballotWalk('publish'));
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
    ballot = moderator.path();
    portal.advance(11 * minute);
    await waitFor(moderator, ballot, words.ballots('state.open'));
    await moderator.leave();
  });

  it('keeps what a visitor chose while signing in, which comes last', async () => {
    const voter = await walkers.visitor();
    await voter.go(ballot);
    await voter.page.getByRole('radio', { name: words.ballots('vote-yes') }).check();
    await voter.press(words.ballots('sign-in-and-cast'));
    await voter.sees(words.identity('sign-in.kept'));
    await voter.fill({ email: 'resident1@demo.gongzhi.example', password });
    await voter.press(words.identity('sign-in.submit'));
    await voter.sees(words.ballots('choice-kept'));
    expect(await voter.page.getByRole('radio', { name: words.ballots('vote-yes') }).isChecked()).toBe(true);
    await voter.press(words.ballots('cast'));
    await voter.sees(words.ballots('receipt'));
    await check(voter);
    await voter.leave();
  });

  it('counts the votes once at closing and adopts the proposal', async () => {
    for (const [name, answer] of [
      ['resident4', 'vote-yes'],
      ['resident7', 'vote-no'],
    ] as const) {
      const voter = await person(name);
      await voter.go(ballot);
      await voter.page.getByRole('radio', { name: words.ballots(answer) }).check();
      await voter.press(words.ballots('cast'));
      await voter.sees(words.ballots('receipt'));
      await voter.leave();
    }
    portal.advance(2 * day);
    await waitFor(proposer, ballot, words.ballots('state.closed'));
    await check(proposer);
    await proposer.go(proposal);
    await proposer.sees(words.proposals('state.adopted'));
  });

  it('recruits volunteers', async () => {
    const coordinator = await person('coordinator');
    await actFor(coordinator, '江豚志愿服务中心');
    await coordinator.go(`/volunteering/new?proposal=${proposal.split('/').at(-1)}`);
    await coordinator.fill({
      title: '充电桩安装引导',
      body: '请两位志愿者在现场引导停车。',
      areaId: community,
      risks: '无特别风险',
    });
    await coordinator.press(words.volunteering('form.submit'));
    await coordinator.page.waitForURL(/\/volunteering\/[0-9A-Z]{26}$/);
    const opportunity = coordinator.path();
    await coordinator.unfold(words.volunteering('add-shift'));
    await coordinator.fill({
      startsAt: typed(new Date(portal.now().getTime() + 3 * day)),
      endsAt: typed(new Date(portal.now().getTime() + 3 * day + 120 * minute)),
      capacity: '1',
    });
    await coordinator.press(words.volunteering('add-shift'));
    await coordinator.leave();
    const first = await person('resident1');
    await first.go(opportunity);
    await first.press(words.volunteering('sign-up'));
    await first.sees(words.volunteering('mine.confirmed'));
    await check(first);
    await first.leave();
  });

  it('has an agreement drawn up for it, which the public reads once its text is frozen', async () => {
    const coordinator = await person('coordinator');
    await actFor(coordinator, '江豚志愿服务中心');
    await coordinator.go(`/agreements/new?proposal=${proposal.split('/').at(-1)}`);
    await coordinator.fill({
      title: '南门充电桩共建协议',
      body: '各方共同出力，建好管好南门充电桩，保障用电安全。',
      areaId: community,
    });
    for (const id of ['org-bianhe', 'org-chaoshi']) await coordinator.choose('partyIds', id);
    await coordinator.press(words.agreements('form.submit'));
    await coordinator.page.waitForURL(/\/agreements\/[0-9A-Z]{26}$/);
    await coordinator.unfold(words.agreements('freeze'));
    await coordinator.press(words.agreements('freeze'));
    await coordinator.sees(words.common('to-check'));
    await coordinator.leave();
  });

  it('turns it into a work order, which the department gets done', async () => {
    const moderator = await person('moderator');
    await moderator.go(proposal);
    await moderator.follow(words.proposals('order'));
    await moderator.fill({ departmentId: 'org-chengguan', externalNumber: `12345-${how.width}` });
    await moderator.press(words.workOrders('register'));
    await moderator.page.waitForURL(/\/work-orders\/[0-9A-Z]{26}$/);
    order = moderator.path();
    await moderator.leave();
    const staff = await person('staff');
    await staff.go(order);
    await staff.press(words.workOrders('accept'));
    await staff.sees(words.workOrders('state.accepted'));
    await staff.fill({ report: '已在南门自行车棚旁安装十个充电口，验收合格。' });
    await staff.press(words.workOrders('finish'));
    await staff.sees(words.workOrders('state.done'));
    await check(staff);
    await staff.leave();
  });

  it('asks the proposer, by mail too, whether it is solved', async () => {
    const mail = await portal.mail.mailTo('chen@example.org', title);
    expect(mail.headers.get('list')).toBeDefined();
    expect(mail.html).toContain('unsubscribe');
    await proposer.go(order);
    await proposer.follow(words.workOrders('solved-yes'));
    await proposer.choose('solved', 'yes');
    await proposer.choose('rating', '5');
    await check(proposer);
    await proposer.press(words.workOrders('call-back-send'));
    await proposer.sees(words.workOrders('state.solved'));
  });

  it('shows the whole history on the page of the proposal', async () => {
    const visitor = await walkers.visitor();
    await visitor.go(proposal);
    await visitor.sees(words.proposals('state.evaluated'));
    for (const type of [
      'proposal.published',
      'proposal.threshold-reached',
      'proposal.put-to-vote',
      'proposal.adopted',
      'proposal.implementation-started',
      'proposal.done',
      'proposal.evaluated',
    ] as const)
      await visitor.sees(eventText(how.locale, type, { title: '' }));
    for (const linked of ['要不要在南门装充电桩', '充电桩安装引导', '南门充电桩共建协议'])
      expect(await visitor.page.getByRole('link', { name: linked }).count()).toBeGreaterThan(0);
    await check(visitor);
    await visitor.leave();
  });
});

import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goThroughSteps } from './setup/ballot-steps';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { readBallotRecord } from '~/domains/ballots/rules/record/read-ballot-record';
import { verifyBallotRecord } from '~/domains/ballots/rules/record/verify-ballot-record';

const minute = 60_000;
const day = 24 * 60 * minute;
const password = 'gongzhi-demo';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a `datetime-local` input takes, by the portal's clock. */
function typed(instant: Date): string {
  return new Date(instant.getTime() + 8 * 60 * minute).toISOString().slice(0, 16);
}

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px, in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('a budget ballot $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let ballot = '';
  const words = wordsIn(how.locale);
  const person = (email: string) => walkers.person(email);
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  const waitFor = async (walker: Walker, path: string, text: string) => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await walker.go(path);
      if ((await walker.page.getByText(text, { exact: true }).count()) > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${path} never showed “${text}”`);
  };
  const tick = async (walker: Walker, ...projects: string[]) => {
    for (const project of projects) await walker.page.getByRole('checkbox', { name: project }).check();
  };

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  it('is called with typed projects; what is wrong comes back at its field', async () => {
    const moderator = await person('moderator');
    await moderator.go('/ballots/new');
    const projects = { options: '长椅 | 6000\n健身器材 | 5000\n花坛 | 4000' };
    await goThroughSteps(moderator, words, {
      matter: () =>
        moderator.fill({
          ...{ title: '口袋公园小项目', question: '公园还剩一笔钱，大家来定办什么。', areaId: '421002' },
        }),
      kind: () => moderator.choose('kind', 'budget'),
      options: async () => {
        await moderator.fill({ options: '长椅 | 6000\n健身器材 | 五千\n花坛 | 4000', budget: '10000' });
        await moderator.press(words.ballotWalk('next'));
        await moderator.seesFault();
        expect(await moderator.page.locator('[name=budget]').inputValue()).toBe('10000');
        await check(moderator);
        await moderator.fill(projects);
      },
      electorate: () => moderator.page.locator('input[name=paperVoting]').check(),
      rule: () => moderator.fill({ completion: 'add1-then-greedy' }),
      times: () =>
        moderator.fill({
          opensAt: typed(new Date(portal.now().getTime() + 10 * minute)),
          closesAt: typed(new Date(portal.now().getTime() + 2 * day)),
        }),
    });
    await check(moderator);
    await moderator.press(words.ballotWalk('publish'));
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
    ballot = moderator.path();
    await moderator.sees(words.ballots('budget-rule.equal-shares-cost'));
    portal.advance(11 * minute);
    await waitFor(moderator, ballot, words.ballots('state.open'));
    await moderator.leave();
  });

  it('keeps the projects that a visitor ticked while signing in', async () => {
    const voter = await walkers.visitor();
    await voter.go(ballot);
    await check(voter);
    await tick(voter, '长椅', '花坛');
    if (how.scripts) await voter.sees(words.ballots('budget-chosen', { count: 2, total: 'CN¥10,000' }));
    await voter.press(words.ballots('sign-in-and-cast'));
    await voter.fill({ email: 'resident1@demo.gongzhi.example', password });
    await voter.press(words.identity('sign-in.submit'));
    await voter.sees(words.ballots('choice-kept'));
    expect(await voter.page.getByRole('checkbox', { name: '花坛' }).isChecked()).toBe(true);
    expect(await voter.page.getByRole('checkbox', { name: '健身器材' }).isChecked()).toBe(false);
    await voter.press(words.ballots('cast'));
    await voter.sees(words.ballots('receipt'));
    await voter.leave();
  });

  it('takes votes of others, and one told at the counter', async () => {
    for (const [name, ...projects] of [
      ['resident4', '长椅', '花坛'],
      ['resident7', '长椅'],
    ] as const) {
      const voter = await person(name);
      await voter.go(ballot);
      await tick(voter, ...projects);
      await voter.press(words.ballots('cast'));
      await voter.sees(words.ballots('receipt'));
      await voter.leave();
    }
    const moderator = await person('moderator');
    await moderator.go(`${ballot}/counter?q=resident10@demo.gongzhi.example`);
    await check(moderator);
    await moderator.follow(words.ballots('counter-vote'));
    await tick(moderator, '健身器材');
    await moderator.press(words.ballots('counter-cast'));
    await moderator.page.locator('.notice-success').first().waitFor();
    await moderator.leave();
  });

  it('has sheets of paper handed out and entered by two people, until both read alike', async () => {
    const [one, two] = [await person('moderator'), await person('staff')];
    await one.go(`${ballot}/counter?q=resident13@demo.gongzhi.example`);
    await one.unfold(words.ballots('counter-hand-out'));
    await one.press(words.ballots('counter-hand-out'));
    const enter = async (walker: Walker, project: string, number = '1') => {
      await walker.go(`${ballot}/sheets`);
      await walker.fill({ number });
      await tick(walker, project);
      await walker.press(words.ballots('sheets-enter'));
    };
    // Mistyped: there is no such sheet, and it is taken back.
    await enter(one, '健身器材', '9');
    await one.sees(words.ballots('sheets-first'));
    await one.unfold(words.ballots('sheets-withdraw'));
    await one.fill({ withdrawn: '9', reason: '编号输错了，没有这张票' });
    await one.press(words.ballots('sheets-withdraw'));
    await one.sees(words.ballots('flash-sheet-withdrawn'));
    await enter(one, '健身器材');
    await one.sees(words.ballots('sheets-first'));
    await enter(two, '花坛');
    await two.sees(words.ballots('sheets-differs'));
    await check(two);
    portal.advance(2 * day);
    await waitFor(one, ballot, words.ballots('state.counting'));
    await one.go(`${ballot}/sheets`);
    await one.unfold(words.ballots('sheets-complete'));
    await one.press(words.ballots('sheets-complete'));
    await one.page.locator('[role=alert]').first().waitFor();
    await enter(two, '健身器材');
    await two.sees(words.ballots('sheets-agrees'));
    await one.go(`${ballot}/sheets`);
    await one.unfold(words.ballots('sheets-complete'));
    await one.press(words.ballots('sheets-complete'));
    await one.leave();
    await two.leave();
  });

  it('publishes the result, explains it round by round, and proves it', async () => {
    const reader = await walkers.visitor();
    await waitFor(reader, ballot, words.ballots('state.closed'));
    await reader.page.getByText(words.common('to-check')).first().click();
    await reader.sees(words.ballots('papers-link'));
    await check(reader);
    await reader.follow(words.ballots('count-link'));
    await reader.sees(words.ballots('round-title', { round: 1, project: '长椅' }));
    await reader.sees(words.ballots('losers'));
    await check(reader);
    await reader.follow(words.ballots('round-next'));
    await reader.sees(words.ballots('round-title', { round: 2, project: '花坛' }));
    const file = await reader.page.request.get(`${portal.url}${ballot}/record.json`);
    const bytes = await file.body();
    await reader.go(ballot);
    await reader.page.getByText(words.common('to-check')).first().click();
    await reader.sees(createHash('sha256').update(bytes).digest('hex'));
    const reading = readBallotRecord(bytes);
    if (!reading.ok) throw new Error(reading.fault);
    expect(verifyBallotRecord(reading.record).differences).toEqual([]);
    expect(reading.record.papers).toHaveLength(5);
    await reader.go(`${ballot}/papers?receipt=sheet00001`);
    await reader.sees('健身器材');
    await check(reader);
    const pb = await reader.page.request.get(`${portal.url}${ballot}/ballot.pb`);
    expect(await pb.text()).toContain('budget;10000');
    await reader.leave();
  });
});

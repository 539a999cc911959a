import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goThroughSteps } from './setup/ballot-steps';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { callBallot } from './setup/furnish';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { budgetPapers } from '~/i18n/budget-papers';
import { textIn } from '~/i18n/catalogue';
import { readBallotRecord } from '~/domains/ballots/rules/record/read-ballot-record';
import { verifyBallotRecord } from '~/domains/ballots/rules/record/verify-ballot-record';

const minute = 60_000;
const day = 24 * 60 * minute;
const password = 'gongzhi-demo';
const projects = '长椅 | 6000\n健身器材 | 5000\n花坛 | 4000';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const typed = (instant: Date) => new Date(instant.getTime() + 8 * 60 * minute).toISOString().slice(0, 16);

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px, in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('a budget by points, ranks or scores $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  const at = { points: '', ranks: '', scores: '' };
  const words = wordsIn(how.locale);
  const say = textIn(how.locale, budgetPapers);
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
  const times = () => ({
    opensAt: typed(new Date(portal.now().getTime() + 10 * minute)),
    closesAt: typed(new Date(portal.now().getTime() + 2 * day)),
  });
  const give = async (walker: Walker, points: Record<string, string>) => {
    for (const [project, number] of Object.entries(points))
      await walker.page.getByRole('spinbutton', { name: project }).fill(number);
  };
  /** By tapping, or where there are no scripts by the lists. */
  const rank = async (walker: Walker, ...names: string[]) => {
    for (const [place, name] of names.entries())
      if (how.scripts) await walker.page.locator('.rank-tap', { hasText: name }).click();
      else await walker.page.getByRole('combobox', { name }).selectOption(String(place + 1));
  };
  const score = async (walker: Walker, scores: Record<string, string>) => {
    for (const [project, number] of Object.entries(scores))
      await walker.page
        .getByRole('group', { name: project })
        .getByRole('radio', { name: number, exact: true })
        .check();
  };

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  it('is called with its points; what is wrong comes back at its field', async () => {
    const moderator = await person('moderator');
    await moderator.go('/ballots/new');
    await goThroughSteps(moderator, words, {
      matter: () =>
        moderator.fill({
          ...{ title: '口袋公园小项目', question: '公园还剩一笔钱，大家来定办什么。', areaId: '421002' },
        }),
      kind: () => moderator.choose('kind', 'budget'),
      options: async () => {
        await moderator.choose('budgetPapers', 'points');
        await moderator.fill({ options: projects, budget: '10000', pointsTotal: '10', pointsEach: '12' });
        await check(moderator);
        await moderator.press(words.ballotWalk('next'));
        await moderator.seesFault();
        expect(await moderator.page.locator('[name=pointsEach]').getAttribute('aria-invalid')).toBe('true');
        await moderator.fill({ pointsEach: '6' });
      },
      electorate: () => moderator.page.locator('input[name=paperVoting]').check(),
      rule: async () => {
        expect(await moderator.page.locator('[name=budgetRule]').count()).toBe(0);
        await moderator.choose('pointsRule', 'equal-shares-points');
        await check(moderator);
      },
      times: () => moderator.fill(times()),
    });
    await check(moderator);
    await moderator.press(words.ballotWalk('publish'));
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
    at.points = moderator.path();
    await moderator.sees(say('rule-points-each', { total: 10, each: 6 }));
    const others = {
      ...{ areaId: '421002', kind: 'budget', standing: 'consultation', unit: 'person', secret: 'secret' },
      ...{ minimumAge: '18', thresholdPercent: '50', percentageBase: 'votes', question: '请大家来定。' },
      ...{ options: projects, budget: '10000', pointsRule: 'greedy-votes', ...times() },
    };
    const call = async (fields: Record<string, string>) =>
      `/ballots/${await callBallot(portal, 'moderator', { ...others, ...fields })}`;
    at.ranks = await call({ title: '先办哪一件', budgetPapers: 'ranks', maximumChoices: '2' });
    at.scores = await call({
      ...{ title: '给小项目打分', budgetPapers: 'scores', paperScore: '5' },
      ...{ minimumVotes: '3', stopAtMisfit: 'on' },
    });
    portal.advance(11 * minute);
    for (const page of Object.values(at)) await waitFor(moderator, page, words.ballots('state.open'));
    await moderator.leave();
  });

  it('keeps the points of a visitor who signs in, and refuses more than there are', async () => {
    const voter = await walkers.visitor();
    await voter.go(at.points);
    await give(voter, { 长椅: '6', 健身器材: '5' });
    if (how.scripts) await voter.sees(say('points-over', { given: 11, total: 10, over: 1 }));
    await voter.press(words.ballots('sign-in-and-cast'));
    await voter.seesFault();
    await check(voter);
    expect(await voter.page.getByRole('spinbutton', { name: '健身器材' }).inputValue()).toBe('5');
    await give(voter, { 健身器材: '3' });
    if (how.scripts) await voter.sees(say('points-given', { given: 9, total: 10, left: 1 }));
    await voter.press(words.ballots('sign-in-and-cast'));
    await voter.fill({ email: 'resident1@demo.gongzhi.example', password });
    await voter.press(words.identity('sign-in.submit'));
    await voter.sees(words.ballots('choice-kept'));
    expect(await voter.page.getByRole('spinbutton', { name: '长椅' }).inputValue()).toBe('6');
    await voter.press(words.ballots('cast'));
    await voter.sees(words.ballots('receipt'));
    expect(await voter.page.getByRole('spinbutton', { name: '健身器材' }).inputValue()).toBe('3');
    await voter.leave();
  });

  it('takes ranks, each once, and scores', async () => {
    const voter = await person('resident4');
    await voter.go(at.ranks);
    await check(voter);
    if (how.scripts) {
      await rank(voter, '长椅', '花坛');
      await voter.sees(say('ranks-full'));
      const third = voter.page.locator('.rank-tap', { hasText: '健身器材' });
      expect(await third.getAttribute('aria-disabled')).toBe('true');
      // The first gives its place back, and the second moves up.
      await rank(voter, '长椅', '健身器材');
    } else {
      await rank(voter, '花坛');
      await voter.page.getByRole('combobox', { name: '长椅' }).selectOption('1');
      await voter.press(words.ballots('cast'));
      await voter.seesFault();
      await check(voter);
      await voter.page.getByRole('combobox', { name: '长椅' }).selectOption('');
      await voter.page.getByRole('combobox', { name: '健身器材' }).selectOption('2');
    }
    await voter.press(words.ballots('cast'));
    await voter.sees(words.ballots('receipt'));
    await voter.go(at.scores);
    await check(voter);
    await score(voter, { 长椅: '4', 花坛: '2' });
    await voter.press(words.ballots('cast'));
    await voter.sees(words.ballots('receipt'));
    await voter.leave();
  });

  it('takes points at the counter, and from a sheet of paper that two people read alike', async () => {
    const [one, two] = [await person('moderator'), await person('staff')];
    await one.go(`${at.points}/counter?q=resident10@demo.gongzhi.example`);
    await one.follow(words.ballots('counter-vote'));
    await give(one, { 花坛: '4', 长椅: '2' });
    await one.press(words.ballots('counter-cast'));
    await one.page.locator('.notice-success').first().waitFor();
    await one.go(`${at.points}/counter?q=resident13@demo.gongzhi.example`);
    await one.unfold(words.ballots('counter-hand-out'));
    await one.press(words.ballots('counter-hand-out'));
    for (const reader of [one, two]) {
      await reader.go(`${at.points}/sheets`);
      await reader.fill({ number: '1' });
      // A slip of the hand is asked about, and what was typed stays.
      await give(reader, { 健身器材: '5', 花坛: '6' });
      await reader.press(words.ballots('sheets-enter'));
      await reader.seesFault();
      await reader.sees(words.ballots('sheets-spoilt-meant'));
      expect(await reader.page.getByRole('spinbutton', { name: '花坛' }).inputValue()).toBe('6');
      await check(reader);
      await give(reader, { 花坛: '' });
      await reader.press(words.ballots('sheets-enter'));
    }
    await two.sees(words.ballots('sheets-agrees'));
    portal.advance(2 * day);
    await waitFor(one, at.points, words.ballots('state.counting'));
    await one.go(`${at.points}/sheets`);
    await one.unfold(words.ballots('sheets-complete'));
    await one.press(words.ballots('sheets-complete'));
    await one.leave();
    await two.leave();
  });

  it('publishes sums of points, says by what each was funded, and proves it', async () => {
    const reader = await walkers.visitor();
    for (const page of Object.values(at)) {
      await waitFor(reader, page, words.ballots('state.closed'));
      await reader.sees(say('points-for-projects'));
      await check(reader);
      const file = await reader.page.request.get(`${portal.url}${page}/record.json`);
      const reading = readBallotRecord(await file.body());
      if (!reading.ok) throw new Error(reading.fault);
      expect(verifyBallotRecord(reading.record).differences).toEqual([]);
    }
    await reader.go(at.points);
    await reader.follow(words.ballots('count-link'));
    await reader.sees(say('scores-summed'));
    await check(reader);
    await reader.go(`${at.points}/papers?receipt=sheet00001`);
    await reader.sees(`健身器材${words.ballots('colon')}5`.trim());
    await reader.go(`${at.ranks}/papers`);
    await reader.sees(say('rank-of', { place: 2, name: '健身器材' }));
    await reader.go(`${at.scores}/count`);
    await reader.sees(say('stopped-nowhere'));
    const pb = await reader.page.request.get(`${portal.url}${at.points}/ballot.pb`);
    expect(await pb.text()).toContain('vote_type;cumulative\n');
    await reader.leave();
  });
});

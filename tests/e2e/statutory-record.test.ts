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
import { textIn } from '~/i18n/catalogue';
import { statutoryRecord } from '~/i18n/statutory-record';

const minute = 60_000;
const day = 24 * 60 * minute;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const typed = (instant: number) => new Date(instant + 8 * 60 * minute).toISOString().slice(0, 16);

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px, in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('a statutory record, and a budget that nobody votes on, $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let nobodys = '';
  const words = wordsIn(how.locale);
  const say = textIn(how.locale, statutoryRecord);
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  const times = () => ({
    opensAt: typed(portal.now().getTime() + 10 * minute),
    closesAt: typed(portal.now().getTime() + 2 * day),
  });
  const recordOf = (walker: Walker) => walker.page.locator('#record').innerText();

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
    nobodys = `/ballots/${await callBallot(portal, 'moderator', {
      ...{ title: '公园办哪几项', question: '大家来定。', areaId: '421002', kind: 'budget', budget: '10000' },
      ...{ options: '长椅 | 6000\n花坛 | 4000', budgetRule: 'greedy-votes', ...times() },
    })}`;
  });
  afterAll(() => portal?.stop());

  it('asks for convener, place and kind of meeting, and says before it is called how many could vote', async () => {
    const moderator = await walkers.person('moderator');
    await moderator.go('/ballots/new');
    await goThroughSteps(moderator, words, {
      matter: () => moderator.fill({ title: '电梯怎么改', question: '请大家来定。', areaId: '421002' }),
      options: () => moderator.fill({ options: '同意改造' }),
      rule: async () => {
        expect(await moderator.page.locator('[name=convener]').isVisible()).toBe(false);
        await moderator.choose('standing', 'statutory-record');
        await moderator.fill({ convener: '小区居民委员会' });
        await moderator.press(words.ballotWalk('next'));
        await moderator.seesFault();
        const wrong = moderator.page.locator('[aria-invalid=true]');
        expect(
          await wrong.evaluateAll((fields) => fields.map((field) => field.getAttribute('name'))),
        ).toEqual([...['meetingKind', 'meetingPlace']]);
        expect(await moderator.page.locator('[name=convener]').inputValue()).toBe('小区居民委员会');
        await check(moderator);
        await moderator.page.locator('[name=meetingKind]').selectOption('household-representatives');
        await moderator.fill({ meetingPlace: '党群服务中心一楼' });
      },
      times: () => moderator.fill(times()),
    });
    await moderator.sees(words.ballotWalk('electors'));
    await moderator.sees(words.ballotWalk('ask.statutory-accounts'));
    const count = /\d+/.exec(await moderator.page.locator('strong', { hasText: /\d/ }).first().innerText());
    expect(Number(count?.[0])).toBeGreaterThan(0);
    await check(moderator);
    await moderator.press(words.ballotWalk('publish'));
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
    const record = await recordOf(moderator);
    for (const said of [say('meeting.household-representatives'), '小区居民委员会', '党群服务中心一楼'])
      expect(record).toContain(said);
    await check(moderator);
    await moderator.leave();
  });

  it('is corrected on its page, where nothing of it may be empty', async () => {
    const moderator = await walkers.person('moderator');
    await moderator.go('/ballots');
    await moderator.follow('电梯怎么改');
    await moderator.follow(say('complete'));
    await check(moderator);
    await moderator.fill({ convener: '' });
    await moderator.press(say('complete-confirm'));
    await moderator.seesFault();
    await moderator.fill({ convener: '网格长陈慧' });
    await moderator.press(say('complete-confirm'));
    await moderator.sees(say('flash-recorded'));
    expect(await recordOf(moderator)).toContain('网格长陈慧');
    await moderator.leave();
  });

  it('funds nothing where nobody has voted, and says so alone', async () => {
    const reader = await walkers.visitor();
    portal.advance(3 * day);
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await reader.go(nobodys);
      if ((await reader.page.locator('#result').count()) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await reader.sees(words.ballots('result-none'));
    const said = await reader.page.locator('#result').innerText();
    expect(said).toContain(words.ballots('not-funded'));
    expect(said.replaceAll(words.ballots('not-funded'), '')).not.toContain(words.ballots('funded'));
    await check(reader);
    await reader.follow(words.ballots('count-link'));
    await reader.sees(words.ballots('result-none'));
    await check(reader);
    await reader.leave();
  });
});

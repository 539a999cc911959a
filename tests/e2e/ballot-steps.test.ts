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

const minute = 60_000;
const day = 24 * 60 * minute;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a `datetime-local` input takes, by the portal's clock. */
const typed = (instant: Date) => new Date(instant.getTime() + 8 * 60 * minute).toISOString().slice(0, 16);

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px, in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('a ballot written in steps $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let ballot = '';
  const words = wordsIn(how.locale);
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  const at = (walker: Walker, step: string) => walker.page.waitForURL(new RegExp(`/${step}(\\?mend=1)?$`));
  const press = async (walker: Walker, button: 'next' | 'back' | 'later' | 'to-preview', to: string) => {
    await walker.press(words.ballotWalk(button));
    await at(walker, to);
  };
  const asked = { title: '口袋公园先建什么', question: '请大家来定。', areaId: '421002' };
  const times = (opens: number, closes: number) => ({
    opensAt: typed(new Date(portal.now().getTime() + opens)),
    closesAt: typed(new Date(portal.now().getTime() + closes)),
  });

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  it('is refused at the fields of a step, which the list above names, and loses nothing by going back', async () => {
    const moderator = await walkers.person('moderator');
    await moderator.go('/ballots/new');
    await moderator.sees(words.ballotWalk('step-of', { number: 1, count: 7 }));
    expect(await moderator.page.locator('[aria-current=step]').innerText()).toBe(
      words.ballotWalk('step.matter'),
    );
    await moderator.fill({ question: asked.question });
    await moderator.press(words.ballotWalk('next'));
    await moderator.seesFault();
    const alert = moderator.page.locator('[role=alert]').first();
    expect(await alert.innerText()).toContain(words.ballots('form.title'));
    await check(moderator);
    await moderator.fill(asked);
    await press(moderator, 'next', 'kind');
    await moderator.choose('kind', 'ranking');
    await press(moderator, 'next', 'options');
    // Only what the chosen kind asks.
    expect(await moderator.page.locator('[name=budget]').count()).toBe(0);
    await moderator.fill({ options: '只有一项' });
    await press(moderator, 'back', 'kind');
    await moderator.press(words.ballotWalk('step.options'));
    await at(moderator, 'options');
    expect(await moderator.page.locator('[name=options]').inputValue()).toBe('只有一项');
    await check(moderator);
    await press(moderator, 'later', 'drafts');
    await moderator.sees(words.ballotWalk('flash-later'));
    await check(moderator);
    await moderator.leave();
  });

  it('is found again, asks what it lacks, and is questioned before it is called', async () => {
    const moderator = await walkers.person('moderator');
    await moderator.go('/ballots/drafts');
    await moderator.follow(asked.title);
    await at(moderator, 'options');
    await moderator.press(words.ballotWalk('step.preview'));
    await at(moderator, 'preview');
    await moderator.sees(words.ballotWalk('not-ready'));
    expect(await moderator.page.getByRole('button', { name: words.ballotWalk('publish') }).count()).toBe(0);
    await check(moderator);
    await moderator.page.locator('.error-list a', { hasText: words.ballots('form.options') }).click();
    await at(moderator, 'options');
    await moderator.seesFault();
    await moderator.fill({ options: '长椅\n花坛' });
    await press(moderator, 'to-preview', 'preview');
    await moderator.follow(words.ballots('form.opensAt'));
    await at(moderator, 'times');
    await moderator.fill(times(20 * minute, 3 * day));
    await press(moderator, 'to-preview', 'preview');
    await moderator.sees(words.ballotWalk('ask.opens-soon'));
    await moderator.sees(words.ballotWalk('as-voters-see'));
    await moderator.sees(words.ballotWalk('sample'));
    await check(moderator);
    await moderator.press(words.ballotWalk('publish'));
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
    ballot = moderator.path();
    await moderator.sees(words.ballots('flash-created'));
    await moderator.leave();
  });

  it('is changed by the same steps, which say what changes and who is told', async () => {
    const moderator = await walkers.person('moderator');
    await moderator.go(`${ballot}/edit`);
    await check(moderator);
    await moderator.press(words.ballotWalk('heading.rule'));
    await at(moderator, 'rule');
    await moderator.fill({ quorumPercent: '20' });
    await press(moderator, 'to-preview', 'preview');
    await moderator.sees(words.ballotWalk('changes'));
    expect(await moderator.page.locator('ins').innerText()).toContain('20');
    await check(moderator);
    await moderator.press(words.ballotWalk('publish-change'));
    await moderator.seesFault();
    await moderator.fill({ reason: '参与率要求再商量过' });
    await moderator.press(words.ballotWalk('publish-change'));
    await moderator.page.waitForURL(new RegExp(`${ballot}$`));
    await moderator.sees(words.ballots('flash-ballot-changed'));
    await moderator.leave();
  });

  it('is copied into another, whose times are set anew', async () => {
    const moderator = await walkers.person('moderator');
    await moderator.go(ballot);
    await moderator.follow(words.ballots('copy-ballot'));
    await moderator.sees(words.ballotWalk('copied-from'));
    expect(await moderator.page.locator('[name=title]').inputValue()).toBe(asked.title);
    await goThroughSteps(moderator, words, {
      matter: () => moderator.fill({ title: '口袋公园明年建什么' }),
      options: async () =>
        expect(await moderator.page.locator('[name=options]').inputValue()).toBe('长椅\n花坛'),
      times: () => moderator.fill(times(2 * day, 9 * day)),
    });
    await moderator.press(words.ballotWalk('publish'));
    await moderator.page.waitForURL(/\/ballots\/[0-9A-Z]{26}$/);
    expect(moderator.path()).not.toBe(ballot);
    await moderator.sees('口袋公园明年建什么');
    await moderator.leave();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';

const hour = 3600_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
];

describe.each(visits)('a joint meeting $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let moderator: Walker;
  let meeting = '';
  const words = wordsIn(how.locale);
  const t = words.meetings;
  const typed = (ahead: number) =>
    new Date(portal.now().getTime() + (ahead + 8) * hour).toISOString().slice(0, 16);
  /** Folder for pictures, where somebody wants to look at the pages. */
  const look = async (walker: Walker, name: string) => {
    await expectNoSideScroll(walker.page);
    const folder = process.env.PICTURES;
    if (folder) await walker.page.screenshot({ path: `${folder}/${how.width}-${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
    moderator = await walkers.person('moderator');
  });
  afterAll(async () => {
    await moderator?.leave();
    await portal?.stop();
  });

  async function actingCommittee(): Promise<Walker> {
    const walker = await walkers.person('committee');
    await walker.go('/account/act-for');
    await walker.page.getByRole('radio', { name: '便河社区' }).check();
    await walker.press(words.identity('act-for.submit'));
    return walker;
  }

  it('is convened with seats for organisations and people, and an agenda', async () => {
    const committee = await actingCommittee();
    await committee.go('/meetings/new');
    await committee.fill({ title: '便河小区电梯联席会议', purpose: '商量电梯加装的费用怎么分担。' });
    await committee.fill({ startsAt: typed(2), endsAt: typed(1), place: '议事厅' });
    await committee.press(t('form.submit'));
    await committee.seesFault();
    await look(committee, 'new');
    await committee.fill({ endsAt: typed(4), people: 'resident5@demo.gongzhi.example | 居民代表' });
    await committee.choose('organisationIds', 'org-bianhe');
    await committee.choose('organisationIds', 'org-chengguan');
    await committee.press(t('form.submit'));
    await committee.page.waitForURL(/\/meetings\/[0-9A-Z]{26}$/);
    meeting = committee.path();
    await committee.leave();
    await moderator.go(`${meeting}/prepare`);
    await moderator.fill({ item: '费用分担方案' });
    await moderator.press(t('add-item'));
    await moderator.sees('费用分担方案');
    await look(moderator, 'prepare');
  });

  it('is answered by those invited', async () => {
    const resident = await walkers.person('resident5');
    await resident.go(meeting);
    await resident.choose('answer', 'yes');
    await resident.press(t('send-answer'));
    await resident.sees(t('answer.yes'));
    await look(resident, 'answered');
    await resident.leave();
  });

  it('is held: who is there, what is decided, and the minutes', async () => {
    portal.advance(2 * hour);
    await moderator.go(meeting);
    await moderator.press(t('begin'));
    await moderator.go(`${meeting}/record`);
    await moderator.sees(t('quorum-missing'));
    for (const box of await moderator.page.locator('input[name=present]').all()) await box.check();
    await moderator.press(t('save-attendance'));
    await moderator.sees(t('quorum-met'));
    const decide = async (motion: string) => {
      await moderator.fill({ motion, votesFor: '3', votesAgainst: '0', abstentions: '0' });
      await moderator.fill({ responsible: 'organisation:org-chengguan' });
      await moderator.press(t('record-decision'));
      await moderator.sees(motion);
    };
    await moderator.fill({ motion: '票数太多的决定', votesFor: '9' });
    await moderator.press(t('record-decision'));
    await moderator.seesFault();
    await decide('城管局先勘察管线。');
    await decide('费用分担方案交居民投票。');
    await decide('管线由居委会和城管局一起维护。');
    await moderator.fill({ minutes: '各方同意**先勘察**，再投票。' });
    await moderator.press(t('save-minutes'));
    await look(moderator, 'record');
    await moderator.unfold(t('lay'));
    await moderator.press(t('lay'));
    await moderator.sees(t('state.in-approval'));
  });

  it('is approved by those present, and then published for everyone', async () => {
    for (const name of ['committee', 'resident5']) {
      const guest = await walkers.person(name);
      await guest.go(meeting);
      await guest.choose('verdict', 'approved');
      if (name === 'committee') await look(guest, 'verdict');
      await guest.press(t('send-verdict'));
      await guest.leave();
    }
    const visitor = await walkers.visitor();
    await visitor.go(meeting);
    await visitor.sees(t('state.published'));
    await visitor.sees(words.common('to-check'));
    await look(visitor, 'published');
    await visitor.go(`${meeting}/print`);
    await visitor.go('/meetings');
    await look(visitor, 'list');
    await visitor.leave();
  });

  it('ends in an order, a ballot and an agreement by one press each, which lead back', async () => {
    await moderator.go(meeting);
    await look(moderator, 'carry-out');
    const decision = (number: number) => moderator.page.locator(`#decision-${number}`);
    for (const [number, outcome] of [
      [1, 'work-order'],
      [2, 'ballot'],
    ] as const) {
      await decision(number)
        .getByRole('button', { name: t(`make.${outcome}`) })
        .click();
      await decision(number)
        .getByText(t(`became.${outcome}`))
        .waitFor({ state: 'visible' });
    }
    await moderator.follow('城管局先勘察管线。');
    await moderator.page.waitForURL(/\/work-orders\//);
    await look(moderator, 'order');
    await moderator.follow('便河小区电梯联席会议');
    await moderator.page.waitForURL(/\/meetings\//);
    await moderator.follow('费用分担方案交居民投票。');
    await moderator.page.waitForURL(/\/ballots\//);
    await moderator.follow('便河小区电梯联席会议');
    await moderator.page.waitForURL(`${portal.url}${meeting}`);
    const committee = await actingCommittee();
    await committee.go(meeting);
    const third = committee.page.locator('#decision-3');
    await third.getByRole('button', { name: t('make.agreement') }).click();
    await third.getByText(t('became.agreement')).waitFor({ state: 'visible' });
    await committee.follow('管线由居委会和城管局一起维护。');
    await committee.page.waitForURL(/\/agreements\//);
    await committee.sees(words.agreementDrafting('rights-title'));
    await committee.follow('便河小区电梯联席会议');
    await committee.page.waitForURL(`${portal.url}${meeting}`);
    await committee.leave();
  });
});

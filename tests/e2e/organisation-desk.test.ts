import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
];
const draftTitle = '社区智能手机课堂共建协议';
const newName = '荆楚超市连锁公司';

describe.each(visits)('what waits for an organisation $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  const words = wordsIn(how.locale);
  const t = words.agreements;

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  const agreementIn = async (state: string) => {
    const { id } = await portal.services.database.read.agreement.findFirstOrThrow({ where: { state } });
    return `/agreements/${id}`;
  };

  async function look(walker: Walker, name: string): Promise<void> {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
    if (!process.env.PICTURES) return;
    const file = path.join(process.env.PICTURES, `${name}-${how.width}.png`);
    await walker.page.screenshot({ path: file, fullPage: true });
  }

  /** Over the choice for whom one acts, which is made already. */
  async function actFor(walker: Walker, name: string): Promise<void> {
    await walker.sees(words.identity('act-for.wanted', { name }));
    await walker.press(words.identity('act-for.submit'));
    await walker.page.waitForURL((url) => url.pathname !== '/account/act-for');
  }

  it('a change proposed for a draft is found at the desk, and answered from there', async () => {
    const draft = await agreementIn('draft');
    const committee = await walkers.person('committee');
    await committee.go(`/account/act-for?for=org-bianhe&next=${draft}`);
    await actFor(committee, '便河社区居民委员会');
    await committee.unfold(words.agreementDrafting('rights-set'));
    await committee.fill({ 'right.org-chaoshi': 'propose' });
    await committee.press(words.agreementDrafting('rights-save'));
    await committee.leave();
    const merchant = await walkers.person('merchant');
    await merchant.go(`/account/act-for?for=org-chaoshi&next=${draft}/edit`);
    await actFor(merchant, '荆楚便民超市有限公司');
    await merchant.fill({ title: '社区智能手机课堂三方共建协议', why: '写明是三方' });
    await merchant.press(t('form.submit'));
    await merchant.unfold(t('note'));
    await merchant.fill({
      text: '物资怎么公示，要写清楚',
      proposed: '## 费用\n\n物资使用每月在公告栏公示。',
    });
    await merchant.press(t('note-send'));
    await merchant.leave();

    const coordinator = await walkers.person('coordinator');
    await coordinator.go('/volunteering/desk');
    await coordinator.sees(words.mine('ask.answer-change', { title: draftTitle }));
    // What waits comes before the figures, and what does not wait takes no room.
    const parts = await coordinator.page
      .locator('main h2, main dl.stats')
      .evaluateAll((found) => found.map((one) => (one.tagName === 'DL' ? 'figures' : one.textContent)));
    const waiting = [words.organisationDesk('signing'), words.organisationDesk('drafts')];
    expect(parts.slice(0, 2)).toEqual(waiting);
    expect(parts.indexOf('figures')).toBeLessThan(parts.indexOf(words.volunteerDesk('coming')));
    expect(await coordinator.page.locator('#letters').count()).toBe(0);
    await look(coordinator, 'desk');
    await coordinator.follow(words.mine('ask.answer-change', { title: draftTitle }));
    await look(coordinator, 'act-for');
    await actFor(coordinator, '江豚志愿服务中心');
    expect(coordinator.path()).toBe(draft);
    await look(coordinator, 'draft');
    // Proposed words are read without the signs of Markdown.
    const proposed = coordinator.page.locator('.clause-notes ins');
    expect(await proposed.allInnerTexts()).toEqual([expect.stringMatching(/^费用/)]);
    await coordinator.press(t('note-accept'));
    await coordinator.go('/mine');
    await look(coordinator, 'mine');
    await coordinator.leave();
  });

  it('the one that goes on after a merger begins the amendment from its desk', async () => {
    const { database } = portal.services;
    const old = await database.read.organisation.findUniqueOrThrow({ where: { id: 'org-chaoshi' } });
    await database.transaction((tx) =>
      tx.prisma.organisation.create({
        data: { ...old, id: 'org-chaoshi-2', name: newName, creditCode: 'TEST-2', verifiedCode: 'TEST-2' },
      }),
    );
    const administrator = await walkers.person('administrator');
    await administrator.go('/organisations/org-chaoshi/merge');
    await look(administrator, 'merge');
    await administrator.fill({ intoId: 'org-chaoshi-2', reason: '同一家超市登记了两次' });
    await administrator.choose('sure', 'yes');
    await administrator.press(words.community('merge'));
    await administrator.sees(words.community('flash-merged'));
    await look(administrator, 'heir');
    await administrator.leave();

    const merchant = await walkers.person('merchant');
    await merchant.go('/volunteering/desk');
    const title = '便河社区爱心早餐与老年食堂合作协议';
    await merchant.follow(words.mine('ask.amend-after-merger', { title }));
    await actFor(merchant, newName);
    await merchant.sees(words.agreementMergers('title'));
    await look(merchant, 'merged-agreement');
    await merchant.press(words.agreementMergers('begin'));
    await merchant.sees(newName);
    await look(merchant, 'amendment');
    await merchant.go(await agreementIn('in-force'));
    await merchant.follow(words.agreementMergers('to-amendment'));
    await merchant.leave();
  });
});

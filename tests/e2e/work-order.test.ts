import type { Browser } from 'playwright-core';
import { eventText } from '~/i18n/event-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import type { Walker } from './setup/walker';
import { eventText } from '~/i18n/event-text';
import { wordsIn } from './setup/words';
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
const hour = 3_600_000;
import { eventText } from '~/i18n/event-text';
const title = '便河路路灯不亮，老人夜里摔跤';
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
const typed = (instant: Date) => new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 16);
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
const visits: (Visit & { name: string })[] = [
import { eventText } from '~/i18n/event-text';
  { name: 'at 360 px in Chinese, without scripts', width: 360, scripts: false, locale: 'zh-CN' },
import { eventText } from '~/i18n/event-text';
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
import { eventText } from '~/i18n/event-text';
];
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
describe.each(visits)('one matter to its end $name', (how) => {
import { eventText } from '~/i18n/event-text';
  let portal: Portal;
import { eventText } from '~/i18n/event-text';
  let person: (email: string) => Promise<Walker>;
import { eventText } from '~/i18n/event-text';
  let feedback = '';
import { eventText } from '~/i18n/event-text';
  let order = '';
import { eventText } from '~/i18n/event-text';
  const words = wordsIn(how.locale);
import { eventText } from '~/i18n/event-text';
  const t = words.workOrders;
import { eventText } from '~/i18n/event-text';
  const check = async (walker: Walker) => {
import { eventText } from '~/i18n/event-text';
    await expectNoSideScroll(walker.page);
import { eventText } from '~/i18n/event-text';
    if (how.scripts) await expectAccessible(walker.page);
import { eventText } from '~/i18n/event-text';
  };
import { eventText } from '~/i18n/event-text';
  /** Somebody opens the order, acts, and leaves. */
import { eventText } from '~/i18n/event-text';
  const on = async (email: string, act: (walker: Walker) => Promise<void>) => {
import { eventText } from '~/i18n/event-text';
    const walker = await person(email);
import { eventText } from '~/i18n/event-text';
    await walker.go(order);
import { eventText } from '~/i18n/event-text';
    await act(walker);
import { eventText } from '~/i18n/event-text';
    await check(walker);
import { eventText } from '~/i18n/event-text';
    await walker.leave();
import { eventText } from '~/i18n/event-text';
  };
import { eventText } from '~/i18n/event-text';
  type Step = Parameters<typeof t>[0];
import { eventText } from '~/i18n/event-text';
  /** Unfolds a step, fills its form and takes it. */
import { eventText } from '~/i18n/event-text';
  const step = async (walker: Walker, key: Step, values: Record<string, string> = {}) => {
import { eventText } from '~/i18n/event-text';
    await walker.unfold(t(key));
import { eventText } from '~/i18n/event-text';
    await walker.fill(values);
import { eventText } from '~/i18n/event-text';
    await walker.press(t(key));
import { eventText } from '~/i18n/event-text';
  };
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  beforeAll(async () => {
import { eventText } from '~/i18n/event-text';
    portal = await startPortal();
import { eventText } from '~/i18n/event-text';
    const walkers = walkersOf(portal, browser, how);
import { eventText } from '~/i18n/event-text';
    person = (email) => walkers.person(email);
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';
  afterAll(() => portal?.stop());
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('begins with a resident’s feedback, registered as an order and dispatched', async () => {
import { eventText } from '~/i18n/event-text';
    const asker = await person('resident1');
import { eventText } from '~/i18n/event-text';
    await asker.go('/feedback/new');
import { eventText } from '~/i18n/event-text';
    await asker.choose('kind', 'complaint');
import { eventText } from '~/i18n/event-text';
    await asker.fill({ title, body: '三盏路灯坏了一个月。', category: 'facilities', areaId: '421002001001' });
import { eventText } from '~/i18n/event-text';
    await asker.press(words.feedback('submit'));
import { eventText } from '~/i18n/event-text';
    await asker.page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    feedback = asker.path();
import { eventText } from '~/i18n/event-text';
    await asker.leave();
import { eventText } from '~/i18n/event-text';
    const moderator = await person('moderator');
import { eventText } from '~/i18n/event-text';
    await moderator.go(`/work-orders/new?feedback=${feedback.split('/').at(-1)}`);
import { eventText } from '~/i18n/event-text';
    await moderator.fill({ departmentId: 'org-chengguan' });
import { eventText } from '~/i18n/event-text';
    await moderator.press(t('register'));
import { eventText } from '~/i18n/event-text';
    await moderator.page.waitForURL(/\/work-orders\/[0-9A-Z]{26}$/);
import { eventText } from '~/i18n/event-text';
    order = moderator.path();
import { eventText } from '~/i18n/event-text';
    await moderator.sees(t('clock.resolution'));
import { eventText } from '~/i18n/event-text';
    await check(moderator);
import { eventText } from '~/i18n/event-text';
    await moderator.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('is returned with a reason, which a coordinator reviews, and dispatched to another', async () => {
import { eventText } from '~/i18n/event-text';
    await on('staff', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await step(walker, 'step.ask-return', { reason: '短' });
import { eventText } from '~/i18n/event-text';
      await walker.seesFault();
import { eventText } from '~/i18n/event-text';
      await walker.fill({ reason: '路灯由住建部门管养，不属于城管职责' });
import { eventText } from '~/i18n/event-text';
      await walker.press(t('step.ask-return'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('state.return-asked'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await on('moderator', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('requests'));
import { eventText } from '~/i18n/event-text';
      await step(walker, 'step.grant-return');
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('nobody'));
import { eventText } from '~/i18n/event-text';
      await walker.fill({ departmentId: 'org-zhujian' });
import { eventText } from '~/i18n/event-text';
      await walker.press(t('dispatch'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('state.dispatched'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('is accepted, and transferred while the one who hands over leads', async () => {
import { eventText } from '~/i18n/event-text';
    await on('resident4', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.press(t('accept'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('state.accepted'));
import { eventText } from '~/i18n/event-text';
      await step(walker, 'step.transfer', { departmentId: 'org-minzheng', reason: '产权属于民政福利院' });
import { eventText } from '~/i18n/event-text';
      await walker.sees(
import { eventText } from '~/i18n/event-text';
        t('leads', { lead: '沙市区住房和城乡建设局（示例）', department: '沙市区民政局（示例）' }),
import { eventText } from '~/i18n/event-text';
      );
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await on('resident5', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.press(t('accept'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('state.accepted'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('calls departments to the place: one reports in, one does not come', async () => {
import { eventText } from '~/i18n/event-text';
    await on('moderator', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.unfold(t('step.whistle'));
import { eventText } from '~/i18n/event-text';
      for (const id of ['org-chengguan', 'org-zhujian']) await walker.choose('departmentIds', id);
import { eventText } from '~/i18n/event-text';
      const meetsAt = typed(new Date(portal.now().getTime() + 2 * hour));
import { eventText } from '~/i18n/event-text';
      await walker.fill({ place: '便河路 12 号路口', meetsAt, purpose: '现场认定路灯产权' });
import { eventText } from '~/i18n/event-text';
      await walker.press(t('step.whistle'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('not-reported'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await on('staff', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.press(t('step.report-in'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('reported-at').trim());
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
    await on('moderator', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await step(walker, 'step.close-whistle', { words: '产权归民政，城管配合断电' });
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('absent'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  const finish = (report: string) =>
import { eventText } from '~/i18n/event-text';
    on('resident5', async (walker) => {
import { eventText } from '~/i18n/event-text';
      if ((await walker.page.getByRole('button', { name: t('accept'), exact: true }).count()) > 0)
import { eventText } from '~/i18n/event-text';
        await walker.press(t('accept'));
import { eventText } from '~/i18n/event-text';
      await walker.fill({ report, measures: '更换灯具三盏' });
import { eventText } from '~/i18n/event-text';
      await walker.press(t('finish'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('state.done'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
  const answer = (solved: 'yes' | 'no', rating: string, state: Step) =>
import { eventText } from '~/i18n/event-text';
    on('resident1', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.follow(t('solved-yes'));
import { eventText } from '~/i18n/event-text';
      await walker.choose('solved', solved);
import { eventText } from '~/i18n/event-text';
      await walker.choose('contacted', 'yes');
import { eventText } from '~/i18n/event-text';
      await walker.choose('rating', rating);
import { eventText } from '~/i18n/event-text';
      await check(walker);
import { eventText } from '~/i18n/event-text';
      await walker.press(t('call-back-send'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t(state));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('is done, refused at the call-back and reopened', async () => {
import { eventText } from '~/i18n/event-text';
    await finish('已更换三盏路灯，夜间巡查正常。');
import { eventText } from '~/i18n/event-text';
    await answer('no', '2', 'state.dispatched');
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('is done again, solved and rated', async () => {
import { eventText } from '~/i18n/event-text';
    await finish('补装了漏掉的两盏，已请提出人到场查看。');
import { eventText } from '~/i18n/event-text';
    await answer('yes', '5', 'state.rated');
import { eventText } from '~/i18n/event-text';
    await on('moderator', async (walker) => {
import { eventText } from '~/i18n/event-text';
      await walker.press(t('archive'));
import { eventText } from '~/i18n/event-text';
      await walker.sees(t('state.archived'));
import { eventText } from '~/i18n/event-text';
    });
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';

import { eventText } from '~/i18n/event-text';
  it('has its whole history in public', async () => {
import { eventText } from '~/i18n/event-text';
    const walker = await person('resident7');
import { eventText } from '~/i18n/event-text';
    await walker.go(order);
import { eventText } from '~/i18n/event-text';
    for (const type of [
import { eventText } from '~/i18n/event-text';
      'work-order.registered',
import { eventText } from '~/i18n/event-text';
      'work-order.return-asked',
import { eventText } from '~/i18n/event-text';
      'work-order.returned',
import { eventText } from '~/i18n/event-text';
      'work-order.transferred',
import { eventText } from '~/i18n/event-text';
      'work-order.whistle-blown',
import { eventText } from '~/i18n/event-text';
      'work-order.reported-in',
import { eventText } from '~/i18n/event-text';
      'work-order.whistle-closed',
import { eventText } from '~/i18n/event-text';
      'work-order.reopened',
import { eventText } from '~/i18n/event-text';
      'work-order.supervised',
import { eventText } from '~/i18n/event-text';
      'work-order.rated',
import { eventText } from '~/i18n/event-text';
    ] as const)
import { eventText } from '~/i18n/event-text';
      await walker.sees(eventText('zh-CN', type, { title: '' }));
import { eventText } from '~/i18n/event-text';
    expect(await walker.page.getByText(t('work-title')).count()).toBe(0);
import { eventText } from '~/i18n/event-text';
    await check(walker);
import { eventText } from '~/i18n/event-text';
    await walker.go('/work-orders/deadlines');
import { eventText } from '~/i18n/event-text';
    await walker.sees(t('set.limits'));
import { eventText } from '~/i18n/event-text';
    await check(walker);
import { eventText } from '~/i18n/event-text';
    await walker.go('/work-orders?area=421002');
import { eventText } from '~/i18n/event-text';
    await walker.sees(t('levels'));
import { eventText } from '~/i18n/event-text';
    await check(walker);
import { eventText } from '~/i18n/event-text';
    await walker.leave();
import { eventText } from '~/i18n/event-text';
  });
import { eventText } from '~/i18n/event-text';
});
import { eventText } from '~/i18n/event-text';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { eventText } from '~/i18n/event-text';

const hour = 3_600_000;
const title = '便河路路灯不亮，老人夜里摔跤';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a `datetime-local` input takes, by the portal's clock. */
const typed = (instant: Date) => new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 16);

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px in Chinese, without scripts', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('one matter to its end $name', (how) => {
  let portal: Portal;
  let person: (email: string) => Promise<Walker>;
  let feedback = '';
  let order = '';
  const words = wordsIn(how.locale);
  const t = words.workOrders;
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  /** Somebody opens the order, acts, and leaves. */
  const on = async (email: string, act: (walker: Walker) => Promise<void>) => {
    const walker = await person(email);
    await walker.go(order);
    await act(walker);
    await check(walker);
    await walker.leave();
  };
  type Step = Parameters<typeof t>[0];
  /** Unfolds a step, fills its form and takes it. */
  const step = async (walker: Walker, key: Step, values: Record<string, string> = {}) => {
    await walker.unfold(t(key));
    await walker.fill(values);
    await walker.press(t(key));
  };

  beforeAll(async () => {
    portal = await startPortal();
    const walkers = walkersOf(portal, browser, how);
    person = (email) => walkers.person(email);
  });
  afterAll(() => portal?.stop());

  it('begins with a resident’s feedback, registered as an order and dispatched', async () => {
    const asker = await person('resident1');
    await asker.go('/feedback/new');
    await asker.choose('kind', 'complaint');
    await asker.fill({ title, body: '三盏路灯坏了一个月。', category: 'facilities', areaId: '421002001001' });
    await asker.press(words.feedback('submit'));
    await asker.page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
    feedback = asker.path();
    await asker.leave();
    const moderator = await person('moderator');
    await moderator.go(`/work-orders/new?feedback=${feedback.split('/').at(-1)}`);
    await moderator.fill({ departmentId: 'org-chengguan' });
    await moderator.press(t('register'));
    await moderator.page.waitForURL(/\/work-orders\/[0-9A-Z]{26}$/);
    order = moderator.path();
    await moderator.sees(t('clock.resolution'));
    await check(moderator);
    await moderator.leave();
  });

  it('is returned with a reason, which a coordinator reviews, and dispatched to another', async () => {
    await on('staff', async (walker) => {
      await step(walker, 'step.ask-return', { reason: '短' });
      await walker.seesFault();
      await walker.fill({ reason: '路灯由住建部门管养，不属于城管职责' });
      await walker.press(t('step.ask-return'));
      await walker.sees(t('state.return-asked'));
    });
    await on('moderator', async (walker) => {
      await walker.sees(t('requests'));
      await step(walker, 'step.grant-return');
      await walker.sees(t('nobody'));
      await walker.fill({ departmentId: 'org-zhujian' });
      await walker.press(t('dispatch'));
      await walker.sees(t('state.dispatched'));
    });
  });

  it('is accepted, and transferred while the one who hands over leads', async () => {
    await on('resident4', async (walker) => {
      await walker.press(t('accept'));
      await walker.sees(t('state.accepted'));
      await step(walker, 'step.transfer', { departmentId: 'org-minzheng', reason: '产权属于民政福利院' });
      await walker.sees(
        t('leads', { lead: '沙市区住房和城乡建设局（示例）', department: '沙市区民政局（示例）' }),
      );
    });
    await on('resident5', async (walker) => {
      await walker.press(t('accept'));
      await walker.sees(t('state.accepted'));
    });
  });

  it('calls departments to the place: one reports in, one does not come', async () => {
    await on('moderator', async (walker) => {
      await walker.unfold(t('step.whistle'));
      for (const id of ['org-chengguan', 'org-zhujian']) await walker.choose('departmentIds', id);
      const meetsAt = typed(new Date(portal.now().getTime() + 2 * hour));
      await walker.fill({ place: '便河路 12 号路口', meetsAt, purpose: '现场认定路灯产权' });
      await walker.press(t('step.whistle'));
      await walker.sees(t('not-reported'));
    });
    await on('staff', async (walker) => {
      await walker.press(t('step.report-in'));
      await walker.sees(t('reported-at').trim());
    });
    await on('moderator', async (walker) => {
      await step(walker, 'step.close-whistle', { words: '产权归民政，城管配合断电' });
      await walker.sees(t('absent'));
    });
  });

  const finish = (report: string) =>
    on('resident5', async (walker) => {
      if ((await walker.page.getByRole('button', { name: t('accept'), exact: true }).count()) > 0)
        await walker.press(t('accept'));
      await walker.fill({ report, measures: '更换灯具三盏' });
      await walker.press(t('finish'));
      await walker.sees(t('state.done'));
    });
  const answer = (solved: 'yes' | 'no', rating: string, state: Step) =>
    on('resident1', async (walker) => {
      await walker.follow(t('solved-yes'));
      await walker.choose('solved', solved);
      await walker.choose('contacted', 'yes');
      await walker.choose('rating', rating);
      await check(walker);
      await walker.press(t('call-back-send'));
      await walker.sees(t(state));
    });

  it('is done, refused at the call-back and reopened', async () => {
    await finish('已更换三盏路灯，夜间巡查正常。');
    await answer('no', '2', 'state.dispatched');
  });

  it('is done again, solved and rated', async () => {
    await finish('补装了漏掉的两盏，已请提出人到场查看。');
    await answer('yes', '5', 'state.rated');
    await on('moderator', async (walker) => {
      await walker.press(t('archive'));
      await walker.sees(t('state.archived'));
    });
  });

  it('has its whole history in public', async () => {
    const walker = await person('resident7');
    await walker.go(order);
    for (const type of [
      'work-order.registered',
      'work-order.return-asked',
      'work-order.returned',
      'work-order.transferred',
      'work-order.whistle-blown',
      'work-order.reported-in',
      'work-order.whistle-closed',
      'work-order.reopened',
      'work-order.supervised',
      'work-order.rated',
    ] as const)
      await walker.sees(eventText(how.locale, type, { title: '' }));
    expect(await walker.page.getByText(t('work-title')).count()).toBe(0);
    await check(walker);
    await walker.go('/work-orders/deadlines');
    await walker.sees(t('set.limits'));
    await check(walker);
    await walker.go('/work-orders?area=421002');
    await walker.sees(t('levels'));
    await check(walker);
    await walker.leave();
  });
});

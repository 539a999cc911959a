import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOrder } from './setup/asked-order';
import { expectAccessible, openBrowser } from './setup/browser';
import { callBallot, post } from './setup/furnish';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { openAndCloseDueBallots } from '~/domains/ballots/index.server';
import { contextFor } from '~/http/server/services.server';

const minute = 60_000;
const words = wordsIn('zh-CN');

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

/** A thumb: everything that it does is counted. */
function thumbOn(page: Page) {
  const count = { taps: 0, fields: 0 };
  const tap = async (there: Locator) => {
    count.taps += 1;
    await there.click();
    await page.waitForLoadState('load');
  };
  const type = async (there: Locator, text: string) => {
    count.fields += 1;
    await tap(there);
    await page.keyboard.type(text);
  };
  return { count, tap, type };
}

const bar = (page: Page, word: Parameters<typeof words.common>[0]) =>
  page.locator('.bottom-bar').getByRole('link', { name: words.common(word) });
const inMain = (page: Page, selector: string) => page.locator(`main ${selector}`).first();

/** A ballot in which the whole community may vote, open now. */
async function openBallot(): Promise<string> {
  const typed = (ahead: number) =>
    new Date(portal.now().getTime() + ahead + 480 * minute).toISOString().slice(0, 16);
  const id = await callBallot(portal, 'moderator', {
    ...{ title: '楼下空地做什么', question: '请大家来定。', areaId: '421002', kind: 'single-choice' },
    ...{
      standing: 'consultation',
      unit: 'person',
      secret: 'secret',
      minimumAge: '18',
      thresholdPercent: '50',
    },
    ...{ percentageBase: 'votes-without-abstentions', options: '长椅\n花坛' },
    ...{ opensAt: typed(10 * minute), closesAt: typed(3 * 24 * 60 * minute) },
  });
  portal.advance(11 * minute);
  await openAndCloseDueBallots(contextFor(portal.services, { kind: 'system' }, 'zh-CN'));
  return id;
}

/** What resident7 asked, and a moderator answered. */
async function answeredFeedback() {
  const id = await post(portal, 'resident7', '/feedback/new', {
    ...{ kind: 'consultation', title: '', body: '高龄津贴在哪个窗口办理？', category: 'elderly-care' },
    ...{ areaId: '421002001001', place: '', isPublic: 'yes' },
  });
  await post(portal, 'moderator', `/feedback/${id}`, {
    ...{ intent: 'decide', act: 'answer', words: '请到社区服务中心二号窗口。' },
  });
  return portal.services.database.read.feedback.findUniqueOrThrow({ where: { id } });
}

describe.each([true, false])('on a phone, from home, with scripts: %s', (scripts) => {
  const person = (name: string) =>
    walkersOf(portal, browser, { width: 360, scripts, locale: 'zh-CN' }).person(name);

  it('feedback is sent with at most five taps and one field', async () => {
    const walker = await person('resident6');
    const { page } = walker;
    await walker.go('/');
    const { count, tap, type } = thumbOn(page);
    await tap(bar(page, 'bar.new'));
    await type(inMain(page, '[name=body]'), '北门的路灯不亮了，三天没人修。');
    await tap(page.getByRole('button', { name: words.feedback('submit') }));
    await page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
    expect(count.taps).toBeLessThanOrEqual(5);
    expect(count.fields).toBe(1);
    await page.locator('h1', { hasText: '北门的路灯不亮了，三天没人修' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/SQ\d{12}/);
    expect(await page.locator('a[href="tel:12345"]').count()).toBe(1);
    await walker.leave();
  });

  it('a vote is cast with at most three taps', async () => {
    const id = await openBallot();
    const walker = await person('resident5');
    const { page } = walker;
    await walker.go('/');
    const { count, tap } = thumbOn(page);
    await tap(inMain(page, `.waiting-list a[href="/ballots/${id}"]`));
    await tap(inMain(page, '[name=option]'));
    await tap(page.getByRole('button', { name: words.ballots('cast') }));
    await walker.sees(words.ballots('receipt'));
    expect(count).toEqual({ taps: 3, fields: 0 });
    await walker.go('/');
    expect(await page.locator(`.waiting-list a[href="/ballots/${id}"]`).count()).toBe(0);
    await walker.leave();
  });

  it('what became of the own complaint is seen with at most two taps', async () => {
    const asked = await answeredFeedback();
    const walker = await person('resident7');
    const { page } = walker;
    await walker.go('/');
    const { count, tap } = thumbOn(page);
    await tap(bar(page, 'bar.mine'));
    const card = page.locator('.card', { has: page.locator(`a[href="/feedback/${asked.id}"]`) });
    expect(await card.innerText()).toContain(words.feedback('state.answered'));
    expect(await card.innerText()).toContain(asked.number ?? 'no number');
    await tap(inMain(page, `a[href="/feedback/${asked.id}"]`));
    await walker.sees(words.feedback('answer'));
    expect(count.taps).toBeLessThanOrEqual(2);
    await walker.leave();
  });

  it('that it is solved is said with at most three taps', async () => {
    const { order, feedback } = await askedOrder(portal, 'resident8');
    const walker = await person('resident8');
    const { page } = walker;
    // The message is written by the worker, beside the server; that the order waits stands in the page's data before.
    await expect
      .poll(
        async () => {
          await page.goto('/inbox');
          return page.locator(`main a[href="/work-orders/${order}/call-back"]`).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    for (const path of ['/inbox', `/feedback/${feedback}`, `/work-orders/${order}`]) {
      await walker.go(path);
      for (const answer of ['yes', 'no'])
        expect(
          await page.locator(`main a[href="/work-orders/${order}/call-back?solved=${answer}"]`).count(),
          path,
        ).toBe(1);
    }
    await walker.go('/');
    const { count, tap } = thumbOn(page);
    await tap(inMain(page, `.waiting-list a[href="/work-orders/${order}/call-back?solved=yes"]`));
    expect(await page.locator('[name=solved][value=yes]').isChecked()).toBe(true);
    await tap(inMain(page, '[name=rating][value="5"]'));
    await tap(page.getByRole('button', { name: words.workOrders('call-back-send') }));
    await page.waitForURL(/\/work-orders\/[0-9A-Z]{26}$/);
    expect(count).toEqual({ taps: 3, fields: 0 });
    await walker.leave();
  });
});

describe('the bar at the foot of a phone', () => {
  const walkerAt = (width: 360 | 1280) =>
    walkersOf(portal, browser, { width, scripts: true, locale: 'zh-CN' });

  it('marks the page at hand, is large enough for a thumb, and covers nothing at the end of a page', async () => {
    const walker: Walker = await walkerAt(360).person('resident6');
    const { page } = walker;
    for (const [path, word] of [
      ['/', 'bar.home'],
      ['/services', 'bar.services'],
      ['/feedback/new', 'bar.new'],
      ['/inbox', 'bar.inbox'],
      ['/mine', 'bar.mine'],
    ] as const) {
      await walker.go(path);
      const here = page.locator('.bottom-bar [aria-current=page]');
      expect((await here.allInnerTexts()).join()).toContain(words.common(word));
      for (const link of await page.locator('.bottom-bar a').all()) {
        const box = await link.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
      }
    }
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const edges = await page.evaluate(() => ({
      bar: document.querySelector('.bottom-bar')?.getBoundingClientRect().top ?? 0,
      footer: document.querySelector('.site-footer')?.getBoundingClientRect().bottom ?? Infinity,
    }));
    expect(edges.footer).toBeLessThanOrEqual(edges.bar + 1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bottom-bar').isVisible()).toBe(false);
    await walker.leave();
  });

  it('leaves whatever has the focus in sight', async () => {
    const walker = await walkerAt(360).person('resident6');
    const { page } = walker;
    for (const path of ['/feedback/new', '/mine', '/proposals']) {
      await walker.go(path);
      // A key that is pressed while scripts take the page over may be lost.
      await hydrated(walker);
      const hidden: string[] = [];
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const under = await page.evaluate(() => {
          const [at, foot] = [document.activeElement, document.querySelector('.bottom-bar')];
          if (!at || !foot || at === document.body || foot.contains(at)) return null;
          const [box, bar] = [at.getBoundingClientRect(), foot.getBoundingClientRect()];
          return box.top >= bar.top - 2 ? at.outerHTML.slice(0, 120) : null;
        });
        if (under) hidden.push(under);
      }
      expect(hidden, path).toEqual([]);
    }
    await walker.leave();
  });

  it('is not there on a desk: the way to the own page stands in the header', async () => {
    const walker = await walkerAt(1280).person('resident6');
    await walker.go('/');
    expect(await walker.page.locator('.bottom-bar').isVisible()).toBe(false);
    await walker.page
      .locator('.site-header')
      .getByRole('link', { name: words.common('bar.mine'), exact: true })
      .click();
    await walker.page.waitForURL('**/mine');
    await expectAccessible(walker.page);
    await walker.leave();
  });
});

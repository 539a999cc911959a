import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { unsentText } from '~/components/layout/keep-unsent-forms';
import type { Unsent } from '~/components/layout/keep-unsent-forms';

const words = wordsIn('zh-CN');
const unsent = (why: Unsent) => unsentText('zh-CN', why);
const community = '421002001001';
const title = '后巷的下水道堵了两天';
const body = '后巷三号门口的下水道堵了两天，污水漫到路上，老人出不了门。';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal({ OFFICE_SECOND_STEP: 'off' })]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

const walkers = (scripts: boolean) => walkersOf(portal, browser, { width: 360, scripts, locale: 'zh-CN' });
const endSession = (walker: Walker) => walker.page.context().clearCookies({ name: 'session' });

async function typeFeedback(walker: Walker): Promise<void> {
  await walker.go('/feedback/new');
  await walker.choose('kind', 'help');
  await walker.fill({ title, body, category: 'facilities', areaId: community });
}

/** Everything still stands in the form, on the page where it was typed. */
async function expectKept(walker: Walker, path: string): Promise<void> {
  expect(walker.path()).toBe(path);
  expect(await walker.page.locator('input[name=title]:visible').inputValue()).toBe(title);
  expect(await walker.page.locator('textarea[name=body]:visible').inputValue()).toBe(body);
}

/** What the network does while it is gone is what the browser complains of; nothing else may be. */
const leave = (walker: Walker) => walker.page.context().close();

describe('with scripts', () => {
  it('no network leaves the form as typed, says so, and the next press sends it', async () => {
    // Feedback does not stay in its form, but waits on the device: unsent-feedback.test.ts.
    const resident = await walkers(true).person('resident2');
    await resident.go('/proposals/new');
    await hydrated(resident);
    await resident.fill({ title, body, category: 'facilities', areaId: community });
    await resident.page.context().setOffline(true);
    await resident.page.getByRole('button', { name: words.proposals('publish'), exact: true }).click();
    await resident.sees(unsent('offline'));
    await expectKept(resident, '/proposals/new');
    expect(await resident.page.locator('select[name=category]').inputValue()).toBe('facilities');
    await resident.page.context().setOffline(false);
    await resident.press(words.proposals('publish'));
    await resident.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    await resident.sees(body);
    await leave(resident);
  });

  it('a proxy that answers for the portal leaves the form as typed', async () => {
    const resident = await walkers(true).person('resident2');
    for (const status of [413, 429, 502, 503]) {
      await typeFeedback(resident);
      await resident.page.route('**/feedback/new.data', (route) =>
        route.fulfill({ status, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
      );
      await resident.page.getByRole('button', { name: words.feedback('submit') }).click();
      const why = status === 413 ? 'too-large' : status === 429 ? 'too-often' : 'failed';
      await resident.sees(unsent(why));
      await expectKept(resident, '/feedback/new');
      await resident.page.unroute('**/feedback/new.data');
    }
    await leave(resident);
  });

  it('an autosave that fails touches nothing: no network, an ended session, a fault of the server', async () => {
    const resident = await walkers(true).person('resident2');
    const { page } = resident;
    await resident.go('/proposals/new');
    await hydrated(resident);
    await page.context().setOffline(true);
    await resident.fill({ title, body });
    await resident.sees(words.proposals('save-failed'));
    await expectKept(resident, '/proposals/new');
    await page.context().setOffline(false);
    await endSession(resident);
    await resident.fill({ title: `${title}！` });
    await resident.fill({ title });
    await page.waitForResponse((response) => response.request().method() === 'POST');
    await resident.sees(words.proposals('save-failed'));
    await expectKept(resident, '/proposals/new');
    await leave(resident);
  });

  it('an ended session keeps the text; after signing in beside it, the next press publishes', async () => {
    const resident = await walkers(true).person('resident3');
    await resident.go('/proposals/new');
    await hydrated(resident);
    await resident.fill({ title, body, category: 'facilities', areaId: community });
    await endSession(resident);
    await resident.press(words.proposals('publish'));
    await resident.sees(unsent('signed-out'));
    await expectKept(resident, '/proposals/new');
    const [beside] = await Promise.all([
      resident.page.context().waitForEvent('page'),
      resident.page.getByRole('link', { name: words.common('unsent.sign-in') }).click(),
    ]);
    await beside.locator('input[name=email]').fill('resident3@demo.gongzhi.example');
    await beside.locator('input[name=password]').fill('gongzhi-demo');
    await beside.getByRole('button', { name: words.identity('sign-in.submit'), exact: true }).click();
    await beside.waitForURL((url) => url.pathname === '/');
    await resident.press(words.proposals('publish'));
    await resident.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    await resident.sees(title);
    await leave(resident);
  });

  it('publishing while the draft is being kept makes one proposal', async () => {
    const resident = await walkers(true).person('resident4');
    const once = `${title}（一份）`;
    let held = false;
    await resident.page.route('**/proposals/autosave', async (route) => {
      if (!held) {
        held = true;
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
      await route.continue();
    });
    await resident.go('/proposals/new');
    await hydrated(resident);
    await resident.fill({ title: once, body, category: 'facilities', areaId: community });
    await resident.sees(words.proposals('saving'));
    await resident.page.getByRole('button', { name: words.proposals('publish'), exact: true }).click();
    await resident.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    const made = await portal.services.database.read.proposal.findMany({ where: { title: once } });
    expect(made.map(({ state }) => state)).toEqual(['gathering']);
    await leave(resident);
  });
});

describe('without scripts', () => {
  it('what was posted after the session ended is sent on after signing in', async () => {
    const resident = await walkers(false).person('resident5');
    await typeFeedback(resident);
    await endSession(resident);
    await resident.press(words.feedback('submit'));
    await resident.sees(words.identity('sign-in.resume-text'));
    // A wrong password loses nothing either.
    await resident.fill({ email: 'resident5@demo.gongzhi.example', password: 'not-this-one' });
    await resident.press(words.identity('sign-in.submit'));
    await resident.sees(words.identity('sign-in.resume-text'));
    await resident.fill({ email: 'resident5@demo.gongzhi.example', password: 'gongzhi-demo' });
    await resident.press(words.identity('sign-in.submit'));
    await resident.sees(words.identity('sign-in.resume-now'));
    await resident.press(words.identity('sign-in.resume'));
    await resident.page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
    await resident.sees(body);
    await leave(resident);
  });
});

it('home shows a signed-in resident the ballots of the district, too, and no filter that nobody set', async () => {
  const visitor = await walkers(true).visitor();
  await visitor.go('/');
  const ballots = visitor.page.locator('a[href^="/ballots/"]');
  expect(await ballots.count()).toBeGreaterThan(0);
  await visitor.leave();
  const resident = await walkers(true).person('resident2');
  await resident.go('/');
  const shown = await resident.page
    .locator('a[href^="/ballots/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
  const ofAll = await portal.services.database.read.ballot.findMany({ where: { id: { in: shown } } });
  // Those of the areas above the resident's: they were gone once one had signed in.
  expect(ofAll.map(({ areaId }) => areaId).filter((areaId) => areaId.length < community.length)).not.toEqual(
    [],
  );
  await resident.page.getByText(words.common('filter.title'), { exact: true }).first().waitFor();
  await resident.leave();
});

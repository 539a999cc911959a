import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phonePhoto } from '../factories/pictures';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { sessionOf } from './setup/session';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { textIn } from '~/i18n/catalogue';
import { offline } from '~/i18n/offline';

const said = textIn('zh-CN', offline);
const words = wordsIn('zh-CN');
const community = '421002001001';
const soon = { timeout: 30_000, interval: 200 };

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

const shots = process.env.LOOK_FOLDER;
async function look(page: Page, name: string): Promise<void> {
  await expectNoSideScroll(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

const person = (name: string, how: { width?: 360 | 1280; locale?: 'zh-CN' | 'en' } = {}) =>
  walkersOf(portal, browser, { width: 360, scripts: true, locale: 'zh-CN', worker: true, ...how }).person(
    name,
  );
const setOffline = ({ page }: Walker, gone: boolean) => page.context().setOffline(gone);
const line = ({ page }: Walker) => page.locator('.offline-line', { hasText: /\S/ });
const waiting = ({ page }: Walker) => page.locator('.unsent-list > li');
const count = (body: string) => portal.services.database.read.feedback.count({ where: { body } });

/** The form, typed, with all there that keeps what cannot be sent. */
async function type(walker: Walker, body: string): Promise<void> {
  await walker.go('/feedback/new');
  await hydrated(walker);
  await walker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // What keeps it has come: its place is there, with nothing in it.
  await walker.page.locator('[data-unsent]').waitFor({ state: 'attached' });
  await walker.fill({ body, areaId: community });
}

const submit = ({ page }: Walker) => page.getByRole('button', { name: words.feedback('submit') }).click();

async function signInAs({ page }: Walker, name: string): Promise<void> {
  await page.context().clearCookies({ name: 'session' });
  await page
    .context()
    .addCookies([{ url: portal.url, name: 'session', value: await sessionOf(portal, name) }]);
}

describe('feedback without a network', () => {
  it('waits on the device, says so, and is sent once when there is one', async () => {
    const body = '没有信号的地下车库，灯坏了三盏。';
    const resident = await person('resident2');
    await type(resident, body);
    await setOffline(resident, true);
    await submit(resident);
    await resident.sees(said('unsent-waits'));
    await waiting(resident).waitFor();
    expect(await resident.page.locator('textarea[name=body]').inputValue()).toBe('');
    expect(await line(resident).innerText()).toContain(said('unsent-line', { count: 1 }));
    await look(resident.page, 'unsent-360');
    expect(await count(body)).toBe(0);
    await setOffline(resident, false);
    await expect.poll(() => count(body), soon).toBe(1);
    await expect.poll(() => waiting(resident).count(), soon).toBe(0);
    await resident.sees(said('unsent-sent'));
    await resident.go('/mine');
    await resident.page.waitForTimeout(2000);
    expect([await count(body), await waiting(resident).count()]).toEqual([1, 0]);
    await resident.page.context().close();
  });

  it('is one where the portal had taken it and only the answer was lost', async () => {
    const body = '答复丢在路上的那一次：水管漏水。';
    const resident = await person('resident3');
    await type(resident, body);
    await resident.page.route('**/feedback/new.data', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('internetdisconnected');
    });
    await submit(resident);
    await resident.sees(said('unsent-sent'));
    await expect.poll(() => waiting(resident).count(), soon).toBe(0);
    expect(await count(body)).toBe(1);
    await resident.page.context().close();
  });

  it('takes the pictures along that were on their way', async () => {
    const body = '照片还没有传完就断了网，路面塌了一块。';
    const resident = await person('resident4');
    await type(resident, body);
    const photo = { mimeType: 'image/jpeg', buffer: await phonePhoto(900, 600) };
    await resident.page
      .locator('input[name=pictures]')
      .first()
      .setInputFiles({ name: 'a.jpg', ...photo });
    await resident.page.locator('input[name=kept-pictures]').waitFor({ state: 'attached' });
    await setOffline(resident, true);
    await resident.page
      .locator('input[name=pictures]')
      .first()
      .setInputFiles({ name: 'b.jpg', ...photo });
    await resident.page.locator('.upload-pictures > li progress').waitFor();
    await submit(resident);
    await waiting(resident).waitFor();
    expect(await waiting(resident).innerText()).toContain(said('unsent-pictures', { count: 1 }));
    await setOffline(resident, false);
    await expect.poll(() => count(body), soon).toBe(1);
    await resident.sees(said('unsent-sent'));
    await line(resident)
      .getByRole('link', { name: said('unsent-see') })
      .click();
    await resident.sees(body);
    expect(await resident.page.locator('main .pictures img').count()).toBe(2);
    await resident.page.context().close();
  });

  it('waits for whoever wrote it: nobody else reads or sends it', async () => {
    const body = '写的人退出了，别人用这部手机。';
    const walker = await person('resident5', { width: 1280, locale: 'en' });
    const english = textIn('en', offline);
    await type(walker, body);
    await setOffline(walker, true);
    await walker.page.getByRole('button', { name: wordsIn('en').feedback('submit') }).click();
    await waiting(walker).waitFor();
    await look(walker.page, 'unsent-1280');
    await walker.page.context().clearCookies({ name: 'session' });
    await setOffline(walker, false);
    await walker.sees(english('unsent-state.signed-out'));
    await walker.go('/');
    await walker.sees(english('unsent-line-visitor', { count: 1 }));
    expect(await walker.page.content()).not.toContain(body);
    await signInAs(walker, 'resident6');
    await walker.go('/mine');
    await walker.page.waitForTimeout(3000);
    expect([await line(walker).count(), await waiting(walker).count()]).toEqual([0, 0]);
    expect(await count(body)).toBe(0);
    await signInAs(walker, 'resident5');
    await walker.go('/mine');
    await walker.sees(english('unsent-sent'));
    const [made] = await portal.services.database.read.feedback.findMany({ where: { body } });
    const { email } = await portal.services.database.read.person.findUniqueOrThrow({
      where: { id: made?.authorId ?? '' },
    });
    expect(email).toBe('resident5@demo.gongzhi.example');
    await walker.page.context().close();
  });

  it('is thrown away by who does not want it any more', async () => {
    const body = '写了又不想发的一条，删掉。';
    const resident = await person('resident7');
    await type(resident, body);
    await setOffline(resident, true);
    await submit(resident);
    await waiting(resident).waitFor();
    await expectAccessible(resident.page);
    await resident.page.locator('summary', { hasText: said('unsent-drop') }).click();
    await resident.page.getByRole('button', { name: said('unsent-drop-now'), exact: true }).click();
    await expect.poll(() => waiting(resident).count(), soon).toBe(0);
    await setOffline(resident, false);
    await resident.page.waitForTimeout(2000);
    expect(await count(body)).toBe(0);
    await resident.page.context().close();
  });
});

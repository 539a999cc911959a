import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heicPhoto, phonePhoto } from '../factories/pictures';
import { askedOrder } from './setup/asked-order';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { pictureField as chinese } from '~/i18n/zh-CN/picture-field';
import { textIn } from '~/i18n/catalogue';
import { pictureField } from '~/i18n/picture-field';

const words = wordsIn('zh-CN');
const field = textIn('zh-CN', pictureField);
const body = '北门的路灯不亮了，三天没人修。';

let browser: Browser;
let portal: Portal;
let photo: Buffer;
beforeAll(async () => {
  [browser, portal, photo] = await Promise.all([openBrowser(), startPortal(), phonePhoto(2400, 1800, 6)]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

const walkers = (scripts: boolean) => walkersOf(portal, browser, { width: 360, scripts, locale: 'zh-CN' });
const jpeg = (buffer: Buffer, name = 'IMG_1.jpg') => ({ name, mimeType: 'image/jpeg', buffer });
const gallery = (page: Page, name = 'pictures') =>
  page.locator(`main input[type=file][name=${name}]:not([capture])`).first();
const atFeedback = (page: Page) => page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);

/** The kept pictures, as they lie in the store, with what is known of them. */
const storedAt = async (page: Page) => {
  const subjectId = new URL(page.url()).pathname.split('/').pop() ?? '';
  return portal.services.database.read.storedFile.findMany({
    where: { attachments: { some: { subjectId } } },
    include: { sizes: true },
    orderBy: { id: 'asc' },
  });
};

/** What the page shows has come, and stands upright. */
async function expectShown(page: Page, count: number): Promise<void> {
  const shown = page.locator('main .pictures img');
  expect(await shown.count()).toBe(count);
  for (const picture of await shown.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  }
}

async function atForm(scripts: boolean): Promise<Walker> {
  const walker = await walkers(scripts).person('resident3');
  await walker.go('/feedback/new');
  if (scripts) await hydrated(walker);
  return walker;
}

describe('a photo on a phone', () => {
  it('is filed with at most five taps and one field', async () => {
    const walker = await walkers(true).person('resident3');
    const { page } = walker;
    await walker.go('/');
    await page
      .locator('.bottom-bar')
      .getByRole('link', { name: words.common('bar.new') })
      .click();
    await page.waitForURL('**/feedback/new');
    // Opening the gallery and pressing the picture are two taps; the words are the one field.
    const chooser = page.waitForEvent('filechooser');
    await gallery(page).click();
    await (await chooser).setFiles(jpeg(photo));
    await page.locator('main [name=body]').first().click();
    await page.keyboard.type(body);
    await page.getByRole('button', { name: words.feedback('submit') }).click();
    await atFeedback(page);
    await expectShown(page, 1);
    const [kept] = await storedAt(page);
    expect(kept).toMatchObject({ width: 1200, height: 1600 });
    expect(kept?.sizes.map(({ edge }) => edge).sort()).toEqual([320, 800]);
    await walker.leave();
  });

  it('is shrunk before it is sent, goes on when the network is back, and keeps the form waiting', async () => {
    const walker = await atForm(true);
    const { page } = walker;
    const parts: string[] = [];
    let broken = 2;
    await page.route('**/files/uploads/*', async (route) => {
      const put = route.request().method() === 'PUT';
      if (put) parts.push(new URL(route.request().url()).searchParams.get('from') ?? '');
      if (put && parts.length >= 2 && broken > 0) {
        broken -= 1;
        return route.abort('connectionreset');
      }
      return route.continue();
    });
    await walker.fill({ body });
    await gallery(page).setInputFiles(jpeg(photo));
    await page.locator('main progress').waitFor();
    await page.getByRole('button', { name: words.feedback('submit') }).click();
    await walker.sees(field('sent-after'));
    expect(walker.path()).toBe('/feedback/new');
    await page.locator('.upload-pictures', { hasText: /网络断了/ }).waitFor();
    await atFeedback(page);
    const [kept] = await storedAt(page);
    expect(kept).toMatchObject({ width: 1200, height: 1600 });
    // The first part was sent once: after the break it went on behind it.
    expect(parts.filter((from) => from === '0')).toHaveLength(1);
    expect(parts.length).toBeGreaterThanOrEqual(4);
    await walker.page.unroute('**/files/uploads/*');
    await walker.page.context().close();
  });

  it('is shown before it is sent, can be described and removed, and what cannot be sent is said at once', async () => {
    const walker = await atForm(true);
    const { page } = walker;
    const list = page.locator('.upload-pictures > li');
    await gallery(page).setInputFiles([
      ...[jpeg(photo, 'a.jpg'), jpeg(Buffer.alloc(0), 'leer.jpg')],
      jpeg(Buffer.alloc(9 * 1024 * 1024, 7), 'riesig.heic'),
    ]);
    await walker.sees(chinese['refused.empty']);
    await walker.sees(chinese['refused.too-large']);
    await list.nth(0).locator('input[name^=shows-]').fill('不亮的路灯');
    expect(
      await list
        .nth(0)
        .locator('img')
        .evaluate((one) => (one as HTMLImageElement).naturalHeight),
    ).toBe(1600);
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await walker.fill({ body });
    await page.getByRole('button', { name: words.feedback('submit') }).click();
    // What is refused is not sent in silence.
    expect(walker.path()).toBe('/feedback/new');
    for (let left = 2; left > 0; left -= 1)
      await list
        .nth(1)
        .getByRole('button', { name: field('remove') })
        .click();
    await gallery(page).setInputFiles(jpeg(await phonePhoto(600, 400), 'b.jpg'));
    await list.nth(1).locator('input[name^=shows-]').waitFor();
    await list
      .nth(1)
      .getByRole('button', { name: field('remove') })
      .click();
    await page.getByRole('button', { name: words.feedback('submit') }).click();
    await atFeedback(page);
    await expectShown(page, 1);
    expect(await page.locator('main .pictures img').getAttribute('alt')).toBe('不亮的路灯');
    await walker.leave();
  });

  it('is cancelled on its way, and a form that is refused keeps those that came', async () => {
    const walker = await atForm(true);
    const { page } = walker;
    const held: (() => void)[] = [];
    await page.route('**/files/uploads/*', async (route) => {
      if (route.request().method() === 'PUT') await new Promise<void>((go) => held.push(go));
      await route.continue().catch(() => {});
    });
    await gallery(page).setInputFiles(jpeg(photo));
    await page.getByRole('button', { name: field('cancel') }).click();
    expect(await page.locator('.upload-pictures > li').count()).toBe(0);
    await page.unroute('**/files/uploads/*');
    held.forEach((go) => go());
    await gallery(page).setInputFiles(jpeg(photo));
    await page.locator('input[name^=shows-]').fill('路灯');
    await walker.press(words.feedback('submit'));
    await walker.seesFault();
    expect(await page.locator('input[name=kept-pictures]').count()).toBe(1);
    await walker.fill({ body });
    await walker.press(words.feedback('submit'));
    await atFeedback(page);
    await expectShown(page, 1);
    await walker.page.context().close();
  });

  it('may be one of an iPhone that this browser cannot read: the portal turns it', async () => {
    const walker = await atForm(true);
    const { page } = walker;
    await gallery(page).setInputFiles({ name: 'IMG_2.HEIC', mimeType: 'image/heic', buffer: heicPhoto });
    await page.locator('input[name=kept-pictures]').waitFor({ state: 'attached' });
    await walker.fill({ body });
    await walker.press(words.feedback('submit'));
    await atFeedback(page);
    await expectShown(page, 1);
    expect(await storedAt(page)).toMatchObject([{ width: 480, height: 320, mediaType: 'image/webp' }]);
    await walker.leave();
  });

  it('is taken without scripts, with one line for those who do not see it', async () => {
    const walker = await atForm(false);
    const { page } = walker;
    await gallery(page).setInputFiles([jpeg(photo), jpeg(await phonePhoto(500, 300), 'b.jpg')]);
    await walker.unfold(field('describe'));
    await walker.fill({ body, 'shows-pictures': '路灯' });
    await walker.press(words.feedback('submit'));
    await atFeedback(page);
    await expectShown(page, 2);
    expect((await storedAt(page)).map(({ description }) => description)).toEqual(['路灯', '路灯']);
    const [small] = await page.locator('main .pictures img').all();
    const bytes = await (await page.request.get((await small?.getAttribute('src')) ?? '')).body();
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([240, 320, undefined]);
    await walker.leave();
  });
});

it('before and after stand side by side on the matter, on a phone, too', async () => {
  const { feedback } = await askedOrder(portal, 'resident4', {
    picturesBefore: await phonePhoto(1000, 700),
    picturesAfter: await phonePhoto(700, 1000),
  });
  const walker = await walkers(true).visitor();
  await walker.go(`/feedback/${feedback}`);
  const sides = walker.page.locator('.before-after img');
  expect(await sides.count()).toBe(2);
  const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  expect(await walker.page.locator('.before-after h3').allInnerTexts()).toEqual(['办理前', '办理后']);
  await expectAccessible(walker.page);
  await expectNoSideScroll(walker.page);
  await walker.leave();
});

it('beside a comment is shrunk and sent in parts, too, once the words that unfold it are pressed', async () => {
  const { id } = await portal.services.database.read.proposal.findFirstOrThrow({
    where: { state: 'gathering' },
    select: { id: true },
  });
  const walker = await walkers(true).person('resident3');
  const { page } = walker;
  const parts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') parts.push(request.url());
  });
  await walker.go(`/proposals/${id}`);
  await hydrated(walker);
  const form = page.locator('main form:has(> input[value=comment]), main form:has([name=stance])').first();
  await form.locator('[name=body]').fill('这是我昨晚在路口拍的。');
  await form.locator('summary', { hasText: words.deliberation('add-pictures') }).click();
  await form.locator('.picture-field').waitFor();
  await form.locator('input[type=file]:not([capture])').setInputFiles(jpeg(photo));
  await form.locator('.upload-pictures img').waitFor();
  await form.getByRole('button', { name: words.deliberation('post') }).click();
  await walker.sees('这是我昨晚在路口拍的。');
  await expect.poll(() => page.locator('.comment-list .pictures img').count()).toBe(1);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts[0]).toContain('/files/uploads/');
  await walker.leave();
});

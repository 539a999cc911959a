import type { Browser, Page } from 'playwright-core';
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
  { name: 'at 360 px in Chinese, without scripts', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 360 px in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

const community = '421002001001';
const pointOf = async (page: Page) =>
  Promise.all(
    ['latitude', 'longitude'].map(async (name) =>
      Number(await page.locator(`input[name="${name}"]`).inputValue()),
    ),
  );

describe.each(visits)('a place $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  const { maps: m, feedback: f } = wordsIn(how.locale);
  const title = `便河路口井盖松动 ${how.width}`;

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  const check = async ({ page }: Walker) => {
    await expectNoSideScroll(page);
    if (how.scripts) await expectAccessible(page);
  };

  async function pickOnMap({ page }: Walker): Promise<void> {
    await page.getByRole('button', { name: m('pick-open') }).click();
    const map = page.locator('.pick-map.leaflet-container');
    await map.waitFor();
    await page.locator('.pick-map path.map-outline').first().waitFor();
    // By the keyboard alone: the map has the focus, Enter puts the pin, arrows move it.
    await page.keyboard.press('Enter');
    await page
      .getByText(m('picked', { place: '' }))
      .first()
      .waitFor();
    const first = await pointOf(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    const second = await pointOf(page);
    expect((second[0] ?? 0) > (first[0] ?? 0) && (second[1] ?? 0) > (first[1] ?? 0)).toBe(true);
    // By tapping elsewhere, a little below the middle.
    await map.click({ position: { x: 120, y: 200 } });
    const third = await pointOf(page);
    expect(third).not.toEqual(second);
    expect(page.url()).toMatch(/\/feedback\/new$/);
  }

  it('is marked on the form for feedback, and keeps what was typed', async () => {
    const resident = await walkers.person('resident1');
    const { page } = resident;
    await resident.go('/feedback/new');
    await resident.choose('kind', 'complaint');
    await resident.fill({
      title,
      body: '井盖一踩就响，晚上很危险。',
      category: 'facilities',
      areaId: community,
    });
    if (how.scripts) await pickOnMap(resident);
    await resident.unfold(m('by-numbers'));
    await resident.fill({ latitude: '30.3137', longitude: '' });
    await check(resident);
    await resident.press(f('submit'));
    await resident.seesFault();
    expect(await page.locator('input[name="latitude"]').inputValue()).toBe('30.3137');
    expect(await page.locator('input[name="title"]').inputValue()).toBe(title);
    await resident.fill({ longitude: '112.2499' });
    await resident.choose('isPublic', 'yes');
    await resident.press(f('submit'));
    await page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
    await page.locator('svg.still-map').waitFor();
    await check(resident);
    await resident.leave();
  });

  it('is found on the map and in the list beside it, nearest first', async () => {
    const visitor = await walkers.visitor();
    const { page } = visitor;
    await visitor.go(`/map?area=${community}&kind=feedback&stage=waiting`);
    await visitor.sees(title);
    await check(visitor);
    await visitor.go('/map?near=30.3137,112.2499&kind=feedback');
    const first = page.locator('.map-list li').first();
    expect(await first.innerText()).toContain(title);
    expect(await first.innerText()).toContain(m('metres', { count: 0 }));
    if (!how.scripts) expect(await page.locator('svg.still-map circle').count()).toBeGreaterThan(0);
    else await openByKeyboard(page);
    await visitor.leave();
  });

  async function openByKeyboard(page: Page): Promise<void> {
    await page.locator('.map-frame[data-live] .map-icon').first().waitFor();
    await expectAccessible(page);
    const mark = page.locator(`.map-icon[aria-label^="${title}"]`);
    const many = page.locator('.map-icon:has(.map-cluster)');
    // Numbers lead nearer until the mark stands alone, or is listed with its neighbours.
    for (let step = 0; step < 6 && (await mark.count()) === 0 && (await many.count()) > 0; step += 1) {
      await many.first().focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      if ((await page.locator('.map-bubble').count()) > 0) break;
    }
    if ((await page.locator('.map-bubble').count()) === 0) {
      await page.locator('.map-icon:not(:has(.map-cluster))').first().focus();
      await page.keyboard.press('Enter');
    }
    const link = page.locator('.map-bubble a').first();
    await link.waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.locator('.map-bubble').waitFor({ state: 'detached' });
  }

  it('is told in plain words where the device does not say it', async () => {
    if (!how.scripts) return;
    const resident = await walkers.person('resident2');
    const { page } = resident;
    await resident.go('/feedback/new');
    await page.getByRole('button', { name: m('pick-here') }).click();
    await resident.sees(m('here-denied'));
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 30.3091, longitude: 112.2385 });
    // The fields hold it, whether or not there comes a map.
    await page.route('**/map/base?*', (route) => route.fulfill({ body: '…' }));
    await page.getByRole('button', { name: m('pick-here') }).click();
    await resident.sees(m('pick-failed'));
    expect(await pointOf(page)).toEqual([30.3091, 112.2385]);
    await page.unroute('**/map/base?*');
    await page.getByRole('button', { name: m('pick-open') }).click();
    await page.locator('.pick-map .map-pin').waitFor();
    expect(await pointOf(page)).toEqual([30.3091, 112.2385]);
    await page.getByRole('button', { name: m('pick-none') }).click();
    expect(await page.locator('.pick-map .map-pin').count()).toBe(0);
    expect(await page.locator('input[name="latitude"]').inputValue()).toBe('');
    await page.context().clearPermissions();
    await resident.leave();
  });
});

describe('tiles of a Chinese service', () => {
  const how = { width: 1280, scripts: true, locale: 'zh-CN' } as const;
  const { maps: m } = wordsIn('zh-CN');
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal({
      MAP_TILES_URL: 'https://t{s}.tiles.example/{z}/{x}/{y}.png',
      MAP_TILES_ATTRIBUTION: '审图号（示例） https://tiles.example/about',
      MAP_TILES_COORDINATES: 'gcj-02',
    });
  });
  afterAll(() => portal?.stop());

  /** Opens the map on the form, with a pin in its middle. */
  async function pinInTheMiddle(fails: boolean): Promise<{ walker: Walker; referrers: string[] }> {
    const walker = await walkersOf(portal, browser, how).person('resident1');
    const { page } = walker;
    const referrers: string[] = [];
    await page.route(/tiles\.example/, async (route) => {
      referrers.push((await route.request().headerValue('referer')) ?? '');
      await (fails ? route.fulfill({ status: 204 }) : route.fulfill({ body: dot, contentType: 'image/png' }));
    });
    await walker.go('/feedback/new');
    await walker.fill({ areaId: community });
    await page.getByRole('button', { name: m('pick-open') }).click();
    await page.locator('.pick-map.leaflet-container').waitFor();
    await page.getByRole('button', { name: m('pick-middle') }).click();
    return { walker, referrers };
  }

  it('are fetched, named, and lie half a kilometre off what is kept', async () => {
    const { walker, referrers } = await pinInTheMiddle(false);
    const { page } = walker;
    await page.locator('img.leaflet-tile-loaded').first().waitFor();
    expect(new Set(referrers)).toEqual(new Set([`${portal.url}/`]));
    expect(await page.locator('.leaflet-control-attribution a').getAttribute('href')).toBe(
      'https://tiles.example/about',
    );
    // The middle of the community as GPS has it, though its outline is drawn elsewhere.
    const [latitude = 0, longitude = 0] = await pointOf(page);
    expect(Math.abs(latitude - 30.3141)).toBeLessThan(0.0005);
    expect(Math.abs(longitude - 112.2495)).toBeLessThan(0.0005);
    expect(await page.locator('.pick-map path.map-street').count()).toBe(0);
    await walker.leave();
  });

  it('are fetched for no place that may not leave the house', async () => {
    const { read } = portal.services.database;
    const order = await read.workOrder.findFirstOrThrow({ where: { isConfidential: false } });
    const walker = await walkersOf(portal, browser, how).person('moderator');
    const { page } = walker;
    const fetched: string[] = [];
    await page.route(/tiles\.example/, async (route) => {
      fetched.push(route.request().url());
      await route.fulfill({ body: dot, contentType: 'image/png' });
    });
    const seen = async (isConfidential: boolean) => {
      await portal.services.database.transaction((tx) =>
        tx.prisma.workOrder.update({
          where: { id: order.id },
          data: { isConfidential, latitude: 30.3137, longitude: 112.2499 },
        }),
      );
      await walker.go(`/work-orders/${order.id}?seen=${isConfidential}`);
      await page.locator('.place-links').waitFor();
      return [await page.locator('.place-map img').count(), await page.locator('svg.still-map').count()];
    };
    expect(await seen(false)).toEqual([9, 0]);
    fetched.length = 0;
    expect(await seen(true)).toEqual([0, 1]);
    expect(await page.locator('.place-links a[href*="/map"]').count()).toBe(0);
    const own = await read.feedback.findFirstOrThrow({ where: { isPublic: false } });
    await portal.services.database.transaction((tx) =>
      tx.prisma.feedback.update({
        where: { id: own.id },
        data: { latitude: 30.3137, longitude: 112.2499 },
      }),
    );
    await walker.go(`/feedback/${own.id}`);
    await page.locator('svg.still-map').waitFor();
    expect(fetched).toEqual([]);
    await walker.leave();
  });

  it('are made up for by streets and water where they cannot be had', async () => {
    const { walker } = await pinInTheMiddle(true);
    await walker.page.locator('.pick-map path.map-street').first().waitFor({ state: 'attached' });
    await walker.leave();
  });

  it('are a map for themselves where nobody has given outlines', async () => {
    const walker = await walkersOf(portal, browser, how).visitor();
    const { page } = walker;
    await page.route(/tiles\.example/, (route) => route.fulfill({ body: dot, contentType: 'image/png' }));
    await portal.services.database.transaction(async (tx) => {
      await tx.prisma.area.updateMany({ data: { bounds: null } });
      await tx.prisma.mapLine.deleteMany();
    });
    for (const path of [`/map?area=${community}`, `/map?area=${community}&stage=refused&kind=proposal`]) {
      await walker.go(path);
      await page.locator('.map-frame[data-live] img.leaflet-tile-loaded').first().waitFor();
      if (!path.includes('refused')) await page.locator('.map-icon').first().waitFor();
    }
    await walker.leave();
  });

  it('come with outlines that are kept for all who look, and for nobody by where they stand', async () => {
    const tagOf = async (asked: string) =>
      (await fetch(`${portal.url}/map/base?${asked}`)).headers.get('etag');
    expect(await tagOf(`area=${community}`)).not.toBeNull();
    expect(await tagOf('near=30.314,112.25')).toBeNull();
  });
});

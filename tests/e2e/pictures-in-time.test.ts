import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from '../setup/needs';
import { openBrowser, visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({}, { work: false }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** A phone of the middle class on a slow network, as Lighthouse has it. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** When the largest thing of a page stands there, in milliseconds, and of what kind it is. */
async function largestAt(at: string): Promise<{ time: number; element: string }> {
  const { page, context } = await visit(browser, portal.url, { width: 360, scripts: true, locale: 'zh-CN' });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowNetwork);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(at, { waitUntil: 'load' });
  const seen = await page.evaluate(
    () =>
      new Promise<{ time: number; element: string }>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element }) | undefined;
          resolve({ time: last?.startTime ?? Infinity, element: last?.element?.tagName ?? '' });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await context.close();
  return seen;
}

/** Of some loads the one in the middle; another address each time, so that no page is a kept one. */
async function middleOf(at: string): Promise<number> {
  const times: number[] = [];
  for (let load = 0; load < 5; load += 1) times.push((await largestAt(`${at}&load=${load}`)).time);
  return times.sort((a, b) => a - b)[2] ?? Infinity;
}

async function matterWithPictures(): Promise<string> {
  const { subjectId } = await portal.services.database.read.attachment.findFirstOrThrow({
    where: { subjectKind: 'feedback' },
    orderBy: { subjectId: 'desc' },
  });
  return subjectId;
}

it('the first picture is asked for first, in its size, and moves nothing', async () => {
  const { page, context } = await visit(browser, portal.url, { width: 360, scripts: false, locale: 'zh-CN' });
  await page.goto(`/feedback/${await matterWithPictures()}`);
  const [picture] = await page.locator('main .pictures img').all();
  if (!picture) throw new Error('The matter shows no picture');
  expect(await picture.getAttribute('fetchpriority')).toBe('high');
  for (const name of ['width', 'height', 'sizes', 'srcset'])
    expect(await picture.getAttribute(name), name).toBeTruthy();
  await context.close();
});

/** A ratio of times is held where nothing else is at work. */
const alone = needs(
  process.env.npm_lifecycle_event === 'lighthouse',
  'a machine to itself (npm run lighthouse)',
);

it('pictures stand as soon as the page without them would, within a fifth', alone, async () => {
  const subjectId = await matterWithPictures();
  const at = `/feedback/${subjectId}`;
  const shown = await middleOf(`${at}?with`);
  const { database } = portal.services;
  await database.transaction((tx) => tx.prisma.attachment.deleteMany({ where: { subjectId } }));
  const without = await middleOf(`${at}?without`);
  expect(shown / without, `${shown} ms with, ${without} ms without`).toBeLessThanOrEqual(1.2);
});

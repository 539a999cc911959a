import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';

let browser: Browser;
let portal: Portal;
let gathering: string;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
  const { id } = await portal.services.database.read.proposal.findFirstOrThrow({
    where: { state: 'gathering' },
    orderBy: { id: 'asc' },
  });
  gathering = `/proposals/${id}`;
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

/** Opens a page, and has it run; answers what came. */
async function open(walker: Walker, at: string): Promise<Response> {
  const response = await walker.page.goto(at);
  if (!response) throw new Error(`${at} was not answered`);
  await hydrated(walker);
  return response;
}

/** The page as it is kept, asked for by a browser that holds nothing and again by one that holds it. */
async function openKept(walker: Walker, at: string): Promise<void> {
  // What a message to this one alone is shown on is no kept page.
  if ((await walker.page.context().cookies()).some(({ name }) => name === 'flash')) await open(walker, at);
  const whole = await open(walker, at);
  const { etag, 'content-security-policy': policy } = await whole.allHeaders();
  expect(policy).toMatch(/script-src 'self' 'sha256-/);
  expect(policy).not.toContain('nonce');
  expect(await walker.page.locator('[nonce]').count()).toBe(0);
  const again = await open(walker, at);
  expect((await again.request().allHeaders())['if-none-match']).toBe(etag);
}

it.each(['zh-CN', 'en'] as const)('run whole, and nothing complains, in %s', async (locale) => {
  const words = wordsIn(locale);
  const walkers = walkersOf(portal, browser, { width: 1280, scripts: true, locale });
  const visitor = await walkers.visitor();
  for (const at of ['/', '/proposals', gathering]) await openKept(visitor, at);
  const dark = { theme: 'dark', ...(locale === 'en' && { senior: 'on' }) };
  await visitor.page.request.post('/preferences', { form: dark, headers: { Origin: portal.url } });
  await openKept(visitor, gathering);
  expect(await visitor.page.locator('html').getAttribute('data-theme')).toBe('dark');
  await visitor.leave();

  const resident = await walkers.person(locale === 'en' ? 'resident7' : 'resident8');
  await openKept(resident, gathering);
  await resident.press(words.proposals('endorse'));
  await resident.sees(words.proposals('endorsed'));
  await openKept(resident, gathering);
  await resident.sees(words.proposals('withdraw-endorsement'));
  await resident.press(words.proposals('withdraw-endorsement'));
  await openKept(resident, gathering);
  await resident.sees(words.proposals('endorse'));
  await resident.leave();
});

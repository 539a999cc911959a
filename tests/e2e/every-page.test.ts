import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, readBuild } from './setup/addresses';
import type { Address } from './setup/addresses';
import { expectAccessible, expectNoSideScroll, openBrowser, visit } from './setup/browser';
import type { Visit, Visitor } from './setup/browser';
import { walksOf, windowOf } from './setup/example-windows';
import { pageExamples } from './setup/page-examples';
import type { Examples } from './setup/page-examples';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { cookieOf } from './setup/session';

let portal: Portal;
let browser: Browser;
let addresses: Address[];
let examples: Examples;
beforeAll(async () => {
  [portal, browser] = await Promise.all([
    startPortal({ SMTP_URL: '', SMS_URL: 'smpp://nobody:asks@127.0.0.1:1' }),
    openBrowser(),
  ]);
  addresses = addressesOf(await readBuild());
  examples = await pageExamples(portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

it('has an example of every page that the routes name, and of no other', () => {
  const pages = addresses.filter(({ page }) => page).map(({ pattern }) => pattern);
  expect(Object.keys(examples).sort()).toEqual(pages.sort());
});

it('finds every example where it is said to be, for whom it is said', async () => {
  const faults: string[] = [];
  for (const { who, paths } of walksOf(examples)) {
    const Cookie = await cookieOf(portal, who.as);
    if (who.actingFor)
      await fetch(`${portal.url}/account/act-for`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: portal.url, Cookie },
        body: new URLSearchParams({ organisationId: who.actingFor }),
      });
    for (const at of paths) {
      const { status } = await fetch(portal.url + at, { redirect: 'manual', headers: { Cookie } });
      if (status !== 200) faults.push(`${who.as ?? 'visitor'} at ${at}: ${status}`);
    }
  }
  expect(faults).toEqual([]);
});

async function open({ page }: Visitor, at: string): Promise<void> {
  const response = await page.goto(at);
  expect(response?.status(), at).toBe(200);
  expect(decodeURI(page.url()), 'leads elsewhere').toBe(portal.url + decodeURI(at));
  await expectNoSideScroll(page);
}

async function look(visitor: Visitor, at: string): Promise<void> {
  await open(visitor, at);
  await expectAccessible(visitor.page);
  // In large type, too: it is a matter of styles alone.
  const setSenior = (isSenior: boolean) =>
    visitor.page.evaluate((on) => document.documentElement.toggleAttribute('data-senior', on), isSenior);
  await setSenior(true);
  await expectNoSideScroll(visitor.page);
  await setSenior(false);
}

/** The kinds of things that the page shows: elements with their classes and what holds them, as far as one sees them. */
const kindsShown = ({ page }: Visitor) =>
  page.evaluate(() => {
    const kindOf = (element: Element | null) =>
      `${element?.tagName} ${element?.getAttribute('class')} ${element?.getAttribute('role')}`;
    const seen = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility());
    return [...new Set(seen.map((element) => `${kindOf(element.parentElement)} > ${kindOf(element)}`))];
  });

/** Opens every example in its person's window, and hands it on to be looked at. */
async function walk(how: Visit, act: (visitor: Visitor, at: string) => Promise<void>): Promise<void> {
  for (const { who, paths } of walksOf(examples)) {
    const visitor = await windowOf(browser, portal, { ...who, ...how });
    for (const path of paths) await act(visitor, path);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  }
}

describe('every page', () => {
  it('is accessible on a phone, fits, in large type too, and complains of nothing', () =>
    walk({ width: 360, scripts: true, locale: 'zh-CN' }, look));

  it('fits in English, too, and what it shows is accessible where it is wide', async () => {
    const looked = new Set<string>();
    await walk({ width: 1280, scripts: true, locale: 'en' }, async (visitor, at) => {
      await open(visitor, at);
      // The phone has seen the page: here each kind of thing is looked at once.
      const shown = await kindsShown(visitor);
      if (shown.every((kind) => looked.has(kind))) return;
      await expectAccessible(visitor.page);
      for (const kind of shown) looked.add(kind);
    });
  });

  it.each(['zh-CN', 'en'] as const)('says in words that there is no such page, in %s', async (locale) => {
    const visitor = await visit(browser, portal.url, { width: 360, scripts: true, locale });
    const response = await visitor.page.goto('/proposals/01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(response?.status()).toBe(404);
    await expectAccessible(visitor.page);
    await visitor.context.close();
  });
});

describe('dark, and in large type', () => {
  it('keeps contrast and width', async () => {
    const visitor = await visit(browser, portal.url, { width: 360, scripts: true, locale: 'zh-CN' });
    await visitor.page.request.post('/preferences', {
      form: { theme: 'dark', senior: 'on' },
      headers: { Origin: portal.url },
    });
    const evaluated = examples['/proposals/:id']?.[2];
    for (const path of ['/', '/proposals', '/ballots', evaluated?.at ?? '']) await look(visitor, path);
    await visitor.context.close();
  });
});

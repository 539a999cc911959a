import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser, visit } from './setup/browser';
import type { Visit, Visitor } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '' }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function signIn({ page }: Visitor, person: string): Promise<void> {
  await page.request.post('/demo-sign-in', { form: { person }, headers: { Origin: portal.url } });
}

/** The first thing that a list leads to. */
async function firstOf({ page }: Visitor, list: string): Promise<string> {
  await page.goto(list);
  return (await page.locator('.card-title a').first().getAttribute('href')) ?? '';
}

const lists = [
  '/proposals',
  '/feedback',
  '/conversations',
  '/ballots',
  '/volunteering',
  '/agreements',
  '/work-orders',
  '/organisations',
];
const open = [
  '/',
  ...lists,
  '/areas',
  '/areas/421002',
  '/work-orders/deadlines',
  '/statistics',
  '/statistics/orders?number=satisfaction.numerator',
  '/statistics/formula',
  '/statistics/exclusions',
  '/targets',
  '/search?q=路灯',
  '/moderation/log',
  '/sign-in',
  '/register',
];
const more = [
  '/forgotten-password',
  '/reset-password/x',
  '/confirm/x',
  '/unsubscribe/x',
  '/demo-sign-in',
  '/mailbox',
];
const details = [
  '/proposals?state=gathering',
  '/proposals?state=implementing',
  '/proposals?state=evaluated',
  '/feedback',
  '/conversations?state=open',
  '/conversations?state=closed',
  '/ballots?state=open',
  '/ballots?state=closed',
  '/volunteering',
  '/agreements',
  '/work-orders',
  '/organisations',
];
const own = [
  '/account',
  '/account/devices',
  '/account/residence',
  '/account/act-for',
  '/account/password',
  '/inbox',
];
const forms = [
  '/proposals/new',
  '/proposals?whose=mine',
  '/feedback/new',
  '/feedback?whose=mine',
  '/volunteering/mine',
];
const official = ['/moderation', '/moderation?kind=feedback', '/ballots/new'];

const administering = [
  '/bridges/keys',
  '/bridges/webhooks',
  '/bridges/inbound',
  '/bridges/targets',
  '/bridges/exchange',
  '/work-orders/map',
  '/work-orders/deadlines',
  '/workbench',
  '/workbench/templates',
  '/responsibilities',
  '/responsibilities/gaps',
  '/account/calendar',
];

const visits: Visit[] = [
  { width: 360, scripts: true, locale: 'zh-CN' },
  { width: 1280, scripts: true, locale: 'en' },
];

async function look(visitor: Visitor, path: string): Promise<void> {
  const response = await visitor.page.goto(path);
  expect(response?.status(), path).toBe(200);
  await expectNoSideScroll(visitor.page);
  await expectAccessible(visitor.page);
}

describe.each(visits)('at $width px in $locale', (how) => {
  const walk = async (person: string | null, paths: readonly string[], found: readonly string[] = []) => {
    const visitor = await visit(browser, portal.url, how);
    if (person) await signIn(visitor, person);
    const first: string[] = [];
    for (const list of found) first.push(await firstOf(visitor, list));
    for (const path of [...paths, ...first]) await look(visitor, path);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  };

  it('shows visitors every public page without a fault', () => walk(null, [...open, ...more], details));
  it('shows residents their own pages', () => walk('resident-05', [...own, ...forms], details));
  it('shows moderators their pages', () =>
    walk('moderator', official, ['/proposals?state=review', '/work-orders']));

  it('shows administrators the connections and settings, and the pages behind an order', async () => {
    await walk('administrator', administering);
    const visitor = await visit(browser, portal.url, how);
    await signIn(visitor, 'administrator');
    const order = await firstOf(visitor, '/work-orders?state=dispatched');
    for (const part of ['link', 'contact']) await look(visitor, `${order}/${part}`);
    await look(visitor, `/workbench/merge/${order.split('/').pop() ?? ''}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('says in words that there is no such page', async () => {
    const visitor = await visit(browser, portal.url, how);
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
    for (const path of [
      '/',
      '/proposals',
      '/ballots',
      await firstOf(visitor, '/proposals?state=evaluated'),
    ]) {
      await look(visitor, path);
    }
    await visitor.context.close();
  });
});

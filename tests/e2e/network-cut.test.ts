import { appendFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './setup/browser';
import { walksOf, windowOf } from './setup/example-windows';
import { hydrated } from './setup/hydrated';
import { pageExamples } from './setup/page-examples';
import type { Examples } from './setup/page-examples';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { unsentText } from '~/components/layout/keep-unsent-forms';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import { offline } from '~/i18n/offline';

let portal: Portal;
let browser: Browser;
let examples: Examples;
beforeAll(async () => {
  [portal, browser] = await Promise.all([
    startPortal({ SMTP_URL: '', SMS_URL: 'smpp://nobody:asks@127.0.0.1:1' }),
    openBrowser(),
  ]);
  examples = await pageExamples(portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** A form as the page shows it: by where it posts and what it holds, so that each kind is tried once. */
interface Shown {
  place: number;
  kind: string;
}

/** Every form that posts, with all unfolded that can be. */
async function formsOf(page: Page): Promise<Shown[]> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    for (const dialog of document.querySelectorAll('dialog')) if (!dialog.open) dialog.show();
  });
  return page.evaluate(() => {
    const posting = [...document.forms].filter((form) => form.method === 'post');
    return posting.map((form, place) => {
      const controls = [...form.elements] as HTMLInputElement[];
      const named = controls.filter(({ name }) => name !== '');
      const said = named.map(({ name, type, value }) =>
        name === 'intent' || type === 'submit' ? `${name}=${value}` : `${name}:${type}`,
      );
      const where = new URL(form.action).pathname.replaceAll(/[0-9A-Z]{26}/g, ':id');
      return { place, kind: `${where} ${[...new Set(said)].sort().join(' ')}` };
    });
  });
}

/** Fills what can be typed or chosen, as hands do, and says what then stands in the form. */
const fill = (page: Page, place: number) =>
  page.evaluate((place) => {
    const form = [...document.forms].filter(({ method }) => method === 'post')[place];
    if (!form) throw new Error('no such form');
    const typed: [name: string, value: string][] = [];
    const told = (control: HTMLElement) => {
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const samples: Record<string, string> = {
      number: '3',
      date: '2031-05-06',
      time: '10:30',
      'datetime-local': '2031-05-06T10:30',
      email: 'someone@gongzhi.example',
      url: 'https://gongzhi.example/',
    };
    for (const control of form.elements) {
      if (
        control.matches('[readonly], [disabled], [type=hidden], [type=file], [type=password], [type=submit]')
      )
        continue;
      if (control instanceof HTMLTextAreaElement) control.value = '断网时写的话，不能丢。';
      else if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
      else if (!(control instanceof HTMLInputElement)) continue;
      else if (control.type === 'checkbox') control.click();
      else if (control.type === 'radio') control.click();
      else control.value = samples[control.type] ?? '断网';
      if (!control.matches('[type=checkbox], [type=radio]')) told(control);
    }
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.push([name, value]);
    return typed;
  }, place);

const send = (page: Page, place: number) =>
  page.evaluate((place) => {
    const form = [...document.forms].filter(({ method }) => method === 'post')[place];
    const button = [...(form?.elements ?? [])].find((one) => one.matches('[type=submit]'));
    form?.requestSubmit(button instanceof HTMLElement ? button : null);
  }, place);

/** What then stands in the forms of the page: drawn anew, a form may stand at another place. */
const left = (page: Page) =>
  page.evaluate(() => {
    const there: [string, string][] = [];
    for (const form of document.forms)
      for (const [name, value] of new FormData(form))
        if (typeof value === 'string') there.push([name, value]);
    return there;
  });

const offlineWords = textIn('zh-CN', offline);
const said = new RegExp(
  [unsentText('zh-CN', 'offline'), textIn('zh-CN', common)('error.offline-next')].join('|'),
);

/** What is wrong with one form whose posting found no network; nothing, where it stands as it was typed and says why. */
async function faultsOf(page: Page, { place, kind }: Shown): Promise<string[]> {
  const at = new URL(page.url()).pathname;
  const typed = await fill(page, place);
  await page.context().setOffline(true);
  await send(page, place);
  // Said by the form, by the page, or, where a device has to be asked first, by what asks it.
  const expected = kind.startsWith('/feedback/new ') ? offlineWords('unsent-waits') : said;
  const words = page
    .getByText(expected)
    .or(page.locator('[role=alert]', { hasText: /\S/ }))
    .first();
  const isSaid = await words.waitFor({ state: 'attached', timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  const there = page.url().startsWith('chrome-error') ? [] : await left(page);
  await page.context().setOffline(false);
  // Feedback waits on the device, and is there to be read.
  if (kind.startsWith('/feedback/new ') && isSaid) return [];
  const kept = new Set(there.map(([name, value]) => `${name}=${value}`));
  const lost = typed.map(([name, value]) => `${name}=${value}`).filter((one) => !kept.has(one));
  return [
    ...(lost.length > 0 ? [`${at} ${kind}: lost ${lost.join(', ')}`] : []),
    ...(isSaid ? [] : [`${at} ${kind}: nothing is said, at ${page.url()}`]),
  ];
}

/** The paper in the preview of a ballot is not sent. */
const isShow = (kind: string) => kind.startsWith('/ballots/drafts/:id/preview ');

const isLeft = (page: Page, path: string) => decodeURI(page.url()) !== portal.url + decodeURI(path);

/** Every kind of form of a page that was not tried yet. The page is opened anew only where a form led away from it. */
async function tryForms(page: Page, path: string, tried: Set<string>): Promise<string[]> {
  const faults: string[] = [];
  for (;;) {
    if (isLeft(page, path)) {
      await page.goto(path);
      await hydrated({ page });
      await page.locator('.unsaid-line').waitFor({ state: 'attached' });
    }
    const next = (await formsOf(page)).find(({ kind }) => !tried.has(kind) && !isShow(kind));
    if (!next) return faults;
    tried.add(next.kind);
    faults.push(...(await faultsOf(page, next)));
  }
}

it('no network at any form of any page leaves it as it was typed, and says so', async () => {
  const faults: string[] = [];
  const tried = new Set<string>();
  for (const { who, paths } of walksOf(examples)) {
    const how = { width: 360, scripts: true, locale: 'zh-CN' } as const;
    const { page, context } = await windowOf(browser, portal, { ...who, ...how });
    // Being offline is told to the browser beside its requests: one that has left by then would arrive.
    await context.route('**', (route) =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.fallback(),
    );
    for (const path of paths) {
      const some = await tryForms(page, path, tried);
      if (process.env.CUT_LOG) appendFileSync(process.env.CUT_LOG, [path, ...some, ''].join('\n'));
      faults.push(...some);
    }
    await context.close();
  }
  // Each page has the forms of its menu, and every act a form of its own.
  expect(tried.size).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

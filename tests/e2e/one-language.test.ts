import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDirectory } from './setup/addresses';
import { openBrowser, visit } from './setup/browser';
import type { Visitor } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { wordsIn } from './setup/words';
import { locales } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';

const folderOf = (locale: Locale) => path.join(buildDirectory, 'client', 'assets', locale);
const codeOf = (locale: Locale) =>
  readdirSync(folderOf(locale)).map((name) => readFileSync(path.join(folderOf(locale), name), 'utf8'));

const modules = import.meta.glob<Record<string, Record<string, unknown>>>('../../app/i18n/{zh-CN,en}/*.ts', {
  eager: true,
});
/** What is said in one language alone: plain texts that are long enough to stand nowhere by chance. */
function saidOnlyIn(locale: Locale): string[] {
  const texts = (of: Locale) =>
    Object.entries(modules)
      .filter(([file]) => file.includes(`/i18n/${of}/`))
      .flatMap(([, module]) => Object.values(module).flatMap((table) => Object.values(table)))
      .filter((text) => typeof text === 'string');
  const others = new Set(locales.filter((other) => other !== locale).flatMap(texts));
  return texts(locale).filter((text) => text.length > 15 && !others.has(text) && !/["\\]/.test(text));
}

describe('the code for browsers', () => {
  it.each(locales)('has words of no other language than %s', (locale) => {
    const code = codeOf(locale).join('\n');
    const own = saidOnlyIn(locale).filter((text) => code.includes(text));
    expect(own.length).toBeGreaterThan(100);
    for (const other of locales.filter((one) => one !== locale)) {
      expect(saidOnlyIn(other).filter((text) => code.includes(text))).toEqual([]);
      expect(code).not.toContain(`assets/${other}/`);
    }
  });

  it('is the same in all languages but for the words', () => {
    const [first, ...others] = locales.map((locale) => readdirSync(folderOf(locale)));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('a page', () => {
  let portal: Portal;
  let browser: Browser;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  /** A window on the proposals in English, with the folders from which it has loaded scripts since. */
  async function english(): Promise<Visitor & { folders: Set<string> }> {
    const visitor = await visit(browser, portal.url, { width: 1280, scripts: true, locale: 'en' });
    const folders = new Set<string>();
    visitor.page.on('request', (request) => {
      const folder = /\/assets\/([^/]+)\/.*\.js$/.exec(request.url())?.[1];
      if (folder) folders.add(folder);
    });
    await visitor.page.goto('/proposals', { waitUntil: 'networkidle' });
    return { ...visitor, folders };
  }

  const heading = ({ page }: Visitor, text: string) => page.getByRole('heading', { level: 1, name: text });

  it('loads the words of its language, and those of another when that is chosen', async () => {
    const visitor = await english();
    const { page, folders, complaints, context } = visitor;
    expect([...folders]).toEqual(['en']);
    await page
      .getByRole('link', { name: wordsIn('en').common('navigation.ballots') })
      .first()
      .click();
    await heading(visitor, wordsIn('en').ballots('title')).waitFor();
    expect([...folders]).toEqual(['en']);
    folders.clear();
    await page
      .locator('form[action="/preferences"] button[value="zh-CN"]')
      .first()
      .evaluate((button) => {
        (button as HTMLButtonElement).click();
      });
    await heading(visitor, wordsIn('zh-CN').ballots('title')).waitFor();
    await page.waitForLoadState('networkidle');
    expect([...folders]).toEqual(['zh-CN']);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page
      .getByRole('link', { name: wordsIn('zh-CN').common('navigation.proposals') })
      .first()
      .click();
    await heading(visitor, wordsIn('zh-CN').proposals('title')).waitFor();
    expect([...folders]).toEqual(['zh-CN']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('comes anew in the language that was chosen in another window', async () => {
    const visitor = await english();
    const { page, context } = visitor;
    await page.request.post('/preferences', {
      form: { locale: 'zh-CN' },
      headers: { Origin: portal.url },
    });
    await page
      .getByRole('link', { name: wordsIn('en').common('navigation.ballots') })
      .first()
      .click();
    await heading(visitor, wordsIn('zh-CN').ballots('title')).waitFor();
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    await page
      .getByRole('link', { name: wordsIn('zh-CN').common('navigation.proposals') })
      .first()
      .click();
    await heading(visitor, wordsIn('zh-CN').proposals('title')).waitFor();
    await context.close();
  });
});

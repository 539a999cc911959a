import type { Browser, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { visit } from './browser';
import type { Visit, Visitor } from './browser';
import type { Portal } from './portal';
import { sessionOf } from './session';

/** One person at one browser: does what people do, by the names of fields and the words on buttons. */
export interface Walker {
  page: Page;
  go(path: string): Promise<void>;
  fill(values: Record<string, string>): Promise<void>;
  choose(name: string, value: string): Promise<void>;
  press(words: string): Promise<void>;
  /** Opens what a button unfolds: a dialog with scripts, a part of the page without. */
  unfold(words: string): Promise<void>;
  follow(words: string): Promise<void>;
  sees(words: string): Promise<void>;
  /** The form came back with a fault at a field. */
  seesFault(): Promise<void>;
  /** The path of the page at hand. */
  path(): string;
  /** Fails if the page complained; the window is then somebody else's, who finds nothing of this person in it. */
  leave(): Promise<void>;
}

const controls = (name: string) =>
  `input[name="${name}"]:not([type=hidden]):visible, textarea[name="${name}"]:visible, select[name="${name}"]:visible`;

function walkerAt({ page, context, complaints }: Visitor, free: Visitor[]): Walker {
  return {
    page,
    go: async (path) => {
      const response = await page.goto(path);
      expect(response?.ok(), `${path}: ${response?.status()}`).toBe(true);
    },
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) {
        const control = page.locator(controls(name)).last();
        if ((await control.evaluate((element) => element.tagName)) === 'SELECT')
          await control.selectOption(value);
        else await control.fill(value);
      }
    },
    choose: async (name, value) => {
      await page.locator(`input[name="${name}"][value="${value}"]`).last().check();
    },
    press: async (words) => {
      const button = page
        .getByRole('button', { name: words, exact: true })
        .and(page.locator('button:visible'))
        .last();
      const asked: string[] = [];
      const posting = (act: () => Promise<void>) =>
        Promise.all([
          page.waitForResponse((response) => response.request().method() === 'POST'),
          act().catch((fault: unknown) => asked.push(String(fault))),
        ]);
      const note = (request: Request) => asked.push(`${request.method()} ${request.url()}`);
      page.on('request', note);
      await posting(() => button.click()).catch(async () => {
        // Seen in two whole runs at one button, and never by itself: pressed as by keyboard then, and what was there is told.
        const there = await page.locator('button:visible').allInnerTexts();
        const seen = [there.join(' | '), ...complaints, ...asked].join('; ');
        console.warn(`“${words}” posted nothing at ${page.url()}: ${seen}`);
        await posting(() => button.press('Enter'));
      });
      page.off('request', note);
      // A guard against what never ends: a loaded machine may take long over a page.
      await page.waitForLoadState('load', { timeout: 45_000 });
    },
    unfold: async (words) => {
      // The whole of its words: 同意 stands in 不同意, too. Found by them, and not by its place: others come later.
      const summaries = page.locator('summary:visible');
      const whole = new RegExp(`^\\s*${words.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}\\s*$`, 'u');
      const exact = summaries.filter({ hasText: whole });
      await ((await exact.count()) > 0 ? exact : summaries.filter({ hasText: words })).last().click();
    },
    follow: async (words) => {
      await page.getByRole('link', { name: words }).first().click();
      // A guard against what never ends: a loaded machine may take long over a page.
      await page.waitForLoadState('load', { timeout: 45_000 });
    },
    sees: async (words) => {
      // A style sheet may hide what is said twice: who looks sees one.
      await page.getByText(words).filter({ visible: true }).first().waitFor();
    },
    seesFault: () => page.locator('[aria-invalid=true]').first().waitFor({ state: 'visible' }),
    path: () => new URL(page.url()).pathname,
    leave: async () => {
      expect(complaints).toEqual([]);
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await page.goto('about:blank');
      await context.clearCookies();
      free.push({ page, context, complaints });
    },
  };
}

/**
 * People who come to the portal in this way. A window costs the browser as much as several pages: who leaves hands it
 * to who comes next, without cookies or anything kept.
 */
export function walkersOf(portal: Portal, browser: Browser, how: Visit) {
  const free: Visitor[] = [];
  const visitor = async () => walkerAt(free.pop() ?? (await visit(browser, portal.url, how)), free);
  return {
    visitor,
    /** Somebody of the demo community, signed in. */
    person: async (name: string) => {
      const walker = await visitor();
      await walker.page
        .context()
        .addCookies([{ url: portal.url, name: 'session', value: await sessionOf(portal, name) }]);
      return walker;
    },
  };
}

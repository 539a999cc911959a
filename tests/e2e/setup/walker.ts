import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { visit } from './browser';
import type { Visit, Visitor } from './browser';
import type { Portal } from './portal';
import { openSession } from '~/domains/identity/index.server';
import { sessionCookie } from '~/http/cookies.server';
import { contextFor } from '~/http/services.server';

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
  leave(): Promise<void>;
}

const controls = (name: string) =>
  `input[name="${name}"]:not([type=hidden]):visible, textarea[name="${name}"]:visible, select[name="${name}"]:visible`;

function walkerAt({ page, context, complaints }: Visitor): Walker {
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
      await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        button.click(),
      ]);
      await page.waitForLoadState('load');
    },
    unfold: async (words) => {
      // The whole of its words: 同意 stands in 不同意, too.
      const summaries = page.locator('summary:visible');
      const texts = await summaries.allInnerTexts();
      const at = texts.map((text) => text.trim()).lastIndexOf(words);
      await (
        at === -1 ? page.locator('summary:visible', { hasText: words }).last() : summaries.nth(at)
      ).click();
    },
    follow: async (words) => {
      await page.getByRole('link', { name: words }).first().click();
      await page.waitForLoadState('load');
    },
    sees: async (words) => {
      await page.getByText(words).first().waitFor({ state: 'visible' });
    },
    seesFault: () => page.locator('[aria-invalid=true]').first().waitFor({ state: 'visible' }),
    path: () => new URL(page.url()).pathname,
    leave: async () => {
      expect(complaints).toEqual([]);
      await context.close();
    },
  };
}

/** The cookie of a new session, as signing in by the form would set it: that form has tests of its own. */
async function sessionOf({ services, url }: Portal, email: string) {
  const { database, configuration } = services;
  const { id } = await database.read.person.findFirstOrThrow({ where: { email }, select: { id: true } });
  const ctx = contextFor(services, { kind: 'visitor' }, 'zh-CN');
  const token = await openSession(ctx, id, 'Walker');
  const [pair = ''] = (await sessionCookie(configuration).serialize(token)).split(';');
  return { url, name: 'session', value: pair.slice('session='.length) };
}

export function walkersOf(portal: Portal, browser: Browser, how: Visit) {
  const visitor = async () => walkerAt(await visit(browser, portal.url, how));
  return {
    visitor,
    /** Somebody of the demo community, signed in. */
    person: async (name: string) => {
      const walker = await visitor();
      await walker.page.context().addCookies([await sessionOf(portal, `${name}@demo.gongzhi.example`)]);
      return walker;
    },
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export const heights = { 360: 740, 1280: 900 } as const;

export interface Visit {
  width: 360 | 1280;
  scripts: boolean;
  locale: 'zh-CN' | 'en';
  /** Lets the portal's worker stand between pages and network; most tests are of what the network brings. */
  worker?: boolean;
}

/** The shell without a window first: the same engine, for a quarter less of the processor. */
const program = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Debian's Chromium, or the one that CHROMIUM names; with further switches of its own. */
export async function openBrowser(...switches: string[]): Promise<Browser> {
  const executablePath = program.find((file) => file && existsSync(file));
  if (!executablePath) throw new Error('There is no Chromium: install it, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', ...switches] });
}

/** A form that is refused answers with such a status; the browser notes it, and the page says why. */
const refusal = /^Failed to load resource: the server responded with a status of (400|403|409)/;

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the console and the page complained of. */
  complaints: string[];
}

/** One person's browser window. Everything that the console complains of is kept, to be asserted on. */
export async function visit(browser: Browser, url: string, visit: Visit): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: visit.width, height: heights[visit.width] },
    javaScriptEnabled: visit.scripts,
    locale: visit.locale,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: visit.worker === true ? 'allow' : 'block',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !refusal.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
  });
  return { context, page, complaints };
}

declare global {
  interface Window {
    axe: { run(node: Document, options: RunOptions): Promise<{ violations: Violation[] }> };
  }
}

interface Violation {
  id: string;
  nodes: { target: unknown[] }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/** Fails with what axe finds against WCAG 2.2 AA; also in frames of the portal's own. */
export async function expectAccessible(page: Page): Promise<void> {
  // As it is and once: handed on as a function, or wrapped, half a megabyte is read several times over.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `${axe};0` });
  await session.detach();
  for (const frame of page.frames().slice(1)) await frame.evaluate(axe);
  const violations = await page.evaluate(async (rules) => {
    // What happens to lie under the bar of a phone can be scrolled out from under it: axe takes its target for small.
    const bar = document.querySelector<HTMLElement>('.bottom-bar');
    bar?.style.setProperty('position', 'static');
    const { violations } = await window.axe.run(document, rules);
    bar?.style.removeProperty('position');
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
  }, rules);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`,
  );
  expect(found, page.url()).toEqual([]);
}

/** Fails where the page is wider than its window, on a phone or on a desk; the window is as it was afterwards. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of [360, 1280] as const) {
    await page.setViewportSize({ width, height: heights[width] });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${page.url()} is wider than its window of ${width} px`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

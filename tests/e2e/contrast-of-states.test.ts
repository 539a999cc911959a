import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heights, openBrowser, visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { sessionOf } from './setup/session';

let browser: Browser;
let portal: Portal;
let paths: string[];
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
  const { read } = portal.services.database;
  const proposal = await read.proposal.findFirstOrThrow({ where: { state: 'gathering' } });
  const ballot = await read.ballot.findFirstOrThrow({ where: { state: 'open', paperVoting: false } });
  const order = await read.workOrder.findFirstOrThrow({ where: { state: 'accepted' } });
  paths = [
    ...['/', '/mine', '/services', '/feedback/new', '/feedback', '/inbox', '/account', '/workbench'],
    ...[`/proposals/${proposal.id}`, `/ballots/${ballot.id}`, `/work-orders/${order.id}`],
  ];
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const controls = 'a[href], button, summary, input:not([type=hidden]), select, textarea, label';
const widths = [360, 1280] as const;
const states = [[], ['hover'], ['focus', 'focus-visible'], ['active', 'hover']];

/** Holds the controls of one page in states: each control is told of a new one once, also those that come later. */
async function holderOf(session: CDPSession) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const held = new Map<number, string>();
  const hold = async (nodeId: number, forcedPseudoClasses: string[]) => {
    const state = forcedPseudoClasses.join();
    if ((held.get(nodeId) ?? '') === state) return;
    held.set(nodeId, state);
    await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses }).catch((error: unknown) => {
      // What a script has replaced meanwhile is no control of the page any more.
      if (!String(error).includes('Could not find node')) throw error;
    });
  };
  /** As if each were pointed at, or had the focus, at once. */
  return async (state: string[]): Promise<void> => {
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: controls,
    });
    await Promise.all(nodeIds.map((nodeId) => hold(nodeId, state)));
  };
}

/** The kinds of controls in sight whose words have too little contrast, by what AA asks of their size. */
const tooPale = (page: Page) =>
  page.evaluate((selector) => {
    type Colour = [number, number, number, number];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const read = new Map<string, Colour>();
    const colourOf = (text: string): Colour => {
      const known = read.get(text);
      if (known) return known;
      if (!canvas) throw new Error('There is no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [red, green, blue, alpha / 255];
      read.set(text, colour);
      return colour;
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mixed = [0, 1, 2].map((at) => (top[at] ?? 0) * top[3] + (below[at] ?? 0) * (1 - top[3]));
      return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
    };
    const ground = (element: Element | null): Colour => {
      if (!element) return colourOf('Canvas');
      const own = colourOf(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, ground(element.parentElement));
    };
    const light = (colour: Colour) => {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const faults = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const words = element.innerText?.trim() || element.getAttribute('value');
      const style = getComputedStyle(element);
      if (!words || !element.checkVisibility({ checkVisibilityCSS: true }) || element.matches(':disabled'))
        continue;
      const below = ground(element);
      const [one, other] = [light(over(colourOf(style.color), below)), light(below)];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5))
        faults.add(`${element.tagName} .${element.className} “${words.slice(0, 12)}”: ${ratio.toFixed(2)}`);
    }
    return [...faults];
  }, controls);

const looks = [
  { look: 'light', form: { theme: 'light' } },
  { look: 'dark', form: { theme: 'dark' } },
  { look: 'light, in large type', form: { theme: 'light', senior: 'on' } },
  { look: 'dark, in large type', form: { theme: 'dark', senior: 'on' } },
] as const;

it.each(looks)('words on controls are read in each of their states: $look', async ({ form }) => {
  const faults: string[] = [];
  const { page, context } = await visit(browser, portal.url, { width: 360, scripts: true, locale: 'zh-CN' });
  await context.addCookies([
    { url: portal.url, name: 'session', value: await sessionOf(portal, 'administrator') },
  ]);
  await page.request.post('/preferences', { form, headers: { Origin: portal.url } });
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    const hold = await holderOf(session);
    for (const state of states)
      for (const width of widths) {
        await page.setViewportSize({ width, height: heights[width] });
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        await hold(state);
        for (const fault of await tooPale(page)) faults.push(`${width} ${path} ${state.join('+')} ${fault}`);
      }
  }
  await context.close();
  expect([...new Set(faults)]).toEqual([]);
});

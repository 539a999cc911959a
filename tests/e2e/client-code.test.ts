import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';

let portal: Portal;
let browser: Browser;
let pages: string[];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({}, { work: false }), openBrowser()]);
  pages = await publicPages();
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Pages that anyone reads: the lists, and one of each kind; of ballots one of each kind that is open, and that is counted. */
async function publicPages(): Promise<string[]> {
  const { read } = portal.services.database;
  const [area, proposals, agreements, ballots, organisation, target] = await Promise.all([
    read.area.findFirstOrThrow({ where: { parentId: { not: null } } }),
    read.proposal.findMany({ where: { state: { not: 'draft' } }, distinct: ['state'] }),
    read.agreement.findMany({ where: { state: { not: 'draft' } }, distinct: ['state'] }),
    read.ballot.findMany({ distinct: ['kind', 'state'] }),
    read.organisation.findFirstOrThrow(),
    read.target.findFirst(),
  ]);
  const orders = await read.workOrder.findMany({
    where: { isConfidential: false },
    distinct: ['state'],
  });
  const feedback = await read.feedback.findFirstOrThrow({ where: { isPublic: true, hiddenAt: null } });
  const each = (folder: string, rows: readonly { id: string }[]) => rows.map(({ id }) => `/${folder}/${id}`);
  return [
    ...['/', '/proposals', '/feedback', '/ballots', '/volunteering', '/agreements', '/work-orders', '/map'],
    ...[
      '/organisations',
      '/meetings',
      '/councils',
      '/conversations',
      '/targets',
      '/search?q=路灯',
      '/sign-in',
    ],
    ...[`/areas/${area.id}`, `/organisations/${organisation.id}`, `/feedback/${feedback.id}`],
    ...(target ? [`/targets/${target.id}`] : []),
    ...each('proposals', proposals),
    ...each('agreements', agreements),
    ...each('work-orders', orders),
    ...each('ballots', ballots),
  ];
}

const client = path.resolve(process.env.GONGZHI_BUILD_DIRECTORY ?? 'build', 'client');
const sizes = new Map<string, number>();
function sizeOf(script: string): number {
  const known = sizes.get(script) ?? gzipSync(readFileSync(path.join(client, script))).length;
  sizes.set(script, known);
  return known;
}
const weightOf = (scripts: Iterable<string>) => [...scripts].reduce((sum, script) => sum + sizeOf(script), 0);
const tooHeavy = (weights: readonly [page: string, bytes: number][], most: number) =>
  weights.filter(([, bytes]) => bytes > most).map(([page, bytes]) => `${page} ${bytes}`);

// 47 kB of each are Preact, the router and Remix (docs/decisions/0081). No page may weigh 100 kB. How modules are put into
// files differs a little from build to build: some hundred bytes are left for that.
describe('client code of a public page, gzipped', () => {
  it('is at most 94 kB to begin with', async () => {
    const weights: [string, number][] = [];
    for (const at of pages) {
      const answer = await fetch(portal.url + at);
      expect(answer.status, at).toBe(200);
      const preloads = (await answer.text()).matchAll(/rel="modulepreload" href="(\/assets\/[^"]+)"/g);
      const scripts = new Set([...preloads].map(([, script]) => script ?? ''));
      expect(scripts.size, at).toBeGreaterThan(3);
      weights.push([at, weightOf(scripts)]);
    }
    expect(tooHeavy(weights, 94_000)).toEqual([]);
  });

  it('is at most 100 kB with all that a browser loads behind it, but for the map that moves', async () => {
    const weights: [string, number][] = [];
    const { context } = await visit(browser, portal.url, { width: 360, scripts: true, locale: 'zh-CN' });
    const waiting = pages.filter((one) => one !== '/map' && !one.startsWith('/areas/'));
    // Several at once: most of it is waiting until nothing more comes.
    const look = async () => {
      const page = await context.newPage();
      let scripts = new Set<string>();
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (/^\/assets\/.*\.js$/.test(pathname)) scripts.add(pathname);
      });
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        scripts = new Set();
        await page.goto(at, { waitUntil: 'networkidle' });
        weights.push([at, weightOf(scripts)]);
      }
    };
    await Promise.all(Array.from({ length: 4 }, look));
    await context.close();
    // An open ballot by ranking brings what is tapped and dragged: it has 0.2 to 0.5 kB more, by build.
    expect(tooHeavy(weights, 100_900)).toEqual([]);
  });
});

interface ListedRoute {
  id: string;
  path?: string;
  parentId?: string;
  module: string;
  imports?: string[];
  hasDefault?: boolean;
}

/** What a browser is told of all pages: which scripts each of them is drawn by. */
function manifest(): { entry: { module: string; imports: string[] }; routes: Record<string, ListedRoute> } {
  const assets = path.join(client, 'assets');
  const name = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file)) ?? '';
  const text = readFileSync(path.join(assets, name), 'utf8');
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as ReturnType<typeof manifest>;
}

/** Desks of offices that have more on one page: the drafting of ballots and the workbench. */
const desks = /^routes\/(ballots\+\/(drafts_|new)|workbench\+\/index)/;

it('is at most 100 kB of every page there is, those of staff too, and a little more of two desks', () => {
  const { entry, routes } = manifest();
  const scriptsOf = (route: ListedRoute | undefined): string[] =>
    route ? [route.module, ...(route.imports ?? []), ...scriptsOf(routes[route.parentId ?? ''])] : [];
  const weights = Object.values(routes).map((route): [string, number] => {
    const all = new Set([entry.module, ...entry.imports, ...scriptsOf(route)]);
    return [route.id, weightOf(all)];
  });
  expect(weights.length).toBeGreaterThan(100);
  const isDesk = ([id]: [string, number]) => desks.test(id);
  expect(
    tooHeavy(
      weights.filter((one) => !isDesk(one)),
      100_000,
    ),
  ).toEqual([]);
  expect(tooHeavy(weights.filter(isDesk), 109_000)).toEqual([]);
});

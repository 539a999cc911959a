import lighthouse, { defaultConfig } from 'lighthouse';
import type { Result } from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './setup/browser';
import { freePort, startPortal } from './setup/portal';
import type { Portal } from './setup/portal';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
/** Of a hundred, in each category. */
const least = 95;
/** Time is looked at where the page has the machine to itself (`npm run lighthouse`), not beside other tests. */
const alone = process.env.npm_lifecycle_event === 'lighthouse';
const bounded = categories.filter((category) => alone || category !== 'performance');
/** Asked again where something else on the machine was in the way: a page that is slow stays slow. */
const tries = 2;
/** What makes a page quick and can be seen without a clock. */
const withoutClock = [
  ...['cumulative-layout-shift', 'total-byte-weight', 'uses-text-compression'],
  ...['unminified-css', 'unminified-javascript', 'legacy-javascript', 'duplicated-javascript'],
  ...['modern-image-formats', 'uses-optimized-images', 'unsized-images'],
  ...['efficient-animated-content', 'no-document-write', 'lcp-lazy-loaded', 'viewport', 'dom-size'],
];
/** Of the machine for which Lighthouse slows the processor by four, to be as slow as a phone of the middle class. */
const [usualIndex, usualSlowdown] = [1750, 4];

const { throttling } = defaultConfig.settings ?? {};
/** The parts of a category, by name. */
const auditsOf = (category: string) =>
  (defaultConfig.categories?.[category]?.auditRefs ?? []).map(({ id }) => id);
/** What is not bounded is not worked out: how long a page takes is a third of the audits, and more of the work. */
const asked = alone
  ? { onlyCategories: categories }
  : { onlyAudits: [...bounded.flatMap(auditsOf), ...withoutClock] };

let portal: Portal;
let browser: Browser;
let port: number;
beforeAll(async () => {
  port = await freePort();
  [portal, browser] = await Promise.all([
    startPortal({}, { work: false }),
    openBrowser(`--remote-debugging-port=${port}`),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

let slowdown = usualSlowdown;

/**
 * As a phone of the middle class sees the page on a slow network, both reckoned from a load without (`simulate`). A
 * machine that is slower, or has others at work, is slowed by less (docs/throttling.md of Lighthouse).
 */
async function looked(at: string): Promise<Result> {
  const run = await lighthouse(portal.url + at, {
    throttling: { ...throttling, cpuSlowdownMultiplier: slowdown },
    ...{ ...asked, port, output: 'json', logLevel: 'error' },
    extraHeaders: { 'Accept-Language': 'zh-CN' },
    ...{ disableFullPageScreenshot: true, skipAudits: ['screenshot-thumbnails', 'final-screenshot'] },
  });
  if (!run) throw new Error(`Lighthouse said nothing of ${at}`);
  expect(run.lhr.runtimeError, at).toBeUndefined();
  const { benchmarkIndex } = run.lhr.environment;
  slowdown = Math.max(1, Math.min(usualSlowdown, (usualSlowdown * benchmarkIndex) / usualIndex));
  return run.lhr;
}

const scoreOf = (seen: Result, category: string) => Math.round((seen.categories[category]?.score ?? 0) * 100);

/** What is to be mended in a category, the weightiest first. */
function foundIn(seen: Result, category: string): string {
  const parts = seen.categories[category]?.auditRefs ?? [];
  const wrong = parts.filter(({ id, weight }) => weight > 0 && (seen.audits[id]?.score ?? 1) < 0.9);
  return wrong.map(({ id }) => `${id} ${seen.audits[id]?.displayValue ?? ''}`.trim()).join(', ');
}

async function best(at: string): Promise<Result> {
  let seen = await looked(at);
  for (let more = 1; alone && more < tries && scoreOf(seen, 'performance') < least; more += 1) {
    const again = await looked(at);
    if (scoreOf(again, 'performance') > scoreOf(seen, 'performance')) seen = again;
  }
  return seen;
}

/** What of a page is worse than it may be; an audit that Lighthouse no longer has is worse, too. */
function wrongWith(at: string, seen: Result): string[] {
  const low = bounded.filter((category) => scoreOf(seen, category) < least);
  const audits = withoutClock.filter((id) => {
    const audit = seen.audits[id];
    return !audit || (audit.scoreDisplayMode !== 'notApplicable' && (audit.score ?? 0) < 0.9);
  });
  return [
    ...low.map((category) => `${at}: ${category} ${scoreOf(seen, category)} (${foundIn(seen, category)})`),
    ...audits.map((id) => `${at}: ${id} ${seen.audits[id]?.displayValue ?? ''}`.trim()),
  ];
}

/** Ten pages that most people see, among them those of things with pictures. */
async function mainPages(): Promise<string[]> {
  const { read } = portal.services.database;
  const first = async (kind: string) =>
    (await read.attachment.findFirstOrThrow({ where: { subjectKind: kind }, orderBy: { subjectId: 'desc' } }))
      .subjectId;
  const open = await read.ballot.findFirstOrThrow({ where: { state: 'open' }, select: { id: true } });
  const reported = await first('work-order-after');
  return [
    ...['/', '/proposals', '/feedback', '/ballots', '/volunteering', '/map'],
    ...[`/proposals/${await first('proposal')}`, `/feedback/${await first('feedback')}`],
    ...[`/ballots/${open.id}`, `/work-orders/${reported}`],
  ];
}

it('Lighthouse finds ten main pages good on a phone: light, for everyone, sound, and to be found', async () => {
  const rows: string[] = [];
  const wrong: string[] = [];
  for (const at of await mainPages()) {
    const seen = await best(at);
    const scores = bounded.map((category) => scoreOf(seen, category));
    rows.push(`${scores.join(' ')}  ${at} (processor ${slowdown.toFixed(1)} times slower)`);
    wrong.push(...wrongWith(at, seen));
  }
  process.stdout.write(`\n${bounded.join(' ')}\n${rows.join('\n')}\n`);
  expect(wrong).toEqual([]);
});

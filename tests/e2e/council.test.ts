import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { cookieOf } from './setup/session';
import { dayIn } from '~/lib/time/days';
import { wallClockOf } from '~/lib/time/local-time';

const day = 24 * 3600_000;
const zone = 'Asia/Shanghai';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
];

interface Repeated {
  list: { sha256: string };
  drawn: { index: number; panel: string[] };
}

/** Runs the command line that stands in the build, as anyone would, in a folder with these files alone. */
function gongzhi(files: Record<string, string>, args: string[]): Repeated {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-draw-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const command = path.resolve('bin/gongzhi.mjs');
    const out = execFileSync(process.execPath, [command, 'draw', ...args, '--json'], { cwd: folder });
    return JSON.parse(out.toString()) as Repeated;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(visits)('a council by lot $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let moderator: Walker;
  let council = '';
  const words = wordsIn(how.locale);
  const t = words.councils;
  const d = words.councilDesk;
  const ahead = (days: number) => new Date(portal.now().getTime() + days * day);
  const look = async (walker: Walker, name: string) => {
    await expectNoSideScroll(walker.page);
    const folder = process.env.PICTURES;
    if (folder) await walker.page.screenshot({ path: `${folder}/${how.width}-${name}.png`, fullPage: true });
  };
  const candidates = (state: string) =>
    portal.services.database.read.councilCandidate.findMany({
      where: { councilId: council.split('/').at(-1) ?? '', state, personId: { startsWith: 'resident-' } },
      orderBy: { personId: 'asc' },
    });
  const nameOf = (personId: string | null) => `resident${Number(personId?.slice('resident-'.length))}`;
  const as = async (personId: string | null, act: (walker: Walker) => Promise<void>) => {
    const walker = await walkers.person(nameOf(personId));
    await walker.go(council);
    await act(walker);
    await walker.leave();
  };
  const download = async (at: string) => (await fetch(portal.url + council + at)).text();

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
    moderator = await walkers.person('moderator');
  });
  afterAll(async () => {
    await moderator?.leave();
    await portal?.stop();
  });

  it('is founded, and says at the line what is wrong with a quota', async () => {
    await moderator.go('/councils/new');
    await moderator.fill({
      title: '老旧小区更新居民代表',
      purpose: '商量小区怎么更新、先做哪一样。',
      seats: '3',
    });
    await moderator.fill({ quotas: '性别 | 女 | 1', panels: '1000' });
    await moderator.fill({ volunteersUntil: dayIn(ahead(3), zone), termUntil: dayIn(ahead(300), zone) });
    await moderator.press(t('form.submit'));
    await moderator.seesFault();
    await look(moderator, 'new');
    await moderator.fill({
      quotas: '性别 | 女 | 2 | 2\n性别 | 男 | 1 | 1\n住房 | 自有 | 0 | 3\n住房 | 租住 | 0 | 3',
    });
    await moderator.press(t('form.submit'));
    await moderator.page.waitForURL(/\/councils\/[0-9A-Z]{26}$/);
    council = moderator.path();
    await moderator.sees(t('state.draft'));
  });

  it('invites residents by lot, who say whether they would sit', async () => {
    await moderator.go(`${council}/organise`);
    await moderator.fill({ count: '40', seed: '上证指数收盘 3412.33' });
    await moderator.press(d('do-invite'));
    await moderator.sees(d('flash-invited'));
    const asked = await candidates('invited');
    // Only women come first: no panel meets the quotas.
    for (const [at, { personId }] of asked.slice(0, 5).entries())
      await as(personId, async (walker) => {
        await walker.sees(t('own-invited'));
        if (at === 0) await look(walker, 'invited');
        await walker.choose('feature-0', '女');
        await walker.choose('feature-1', at % 2 === 0 ? '自有' : '租住');
        await walker.press(t('say-yes'));
        await walker.sees(t('own-volunteered'));
      });
    await as(asked[5]?.personId ?? null, async (walker) => {
      await walker.unfold(t('say-no'));
      await walker.press(t('say-no'));
      await walker.sees(t('own-declined'));
    });
  });

  it('explains why no panel meets the quotas, and what would help', async () => {
    await moderator.go(`${council}/organise`);
    await moderator.press(d('do-check'));
    await moderator.sees(d('infeasible'));
    await moderator.sees(d('change.min', { feature: '性别', value: '男', quota: 1, to: 0 }));
    await look(moderator, 'infeasible');
    for (const { personId } of (await candidates('invited')).slice(0, 5))
      await as(personId, async (walker) => {
        await walker.choose('feature-0', '男');
        await walker.choose('feature-1', '租住');
        await walker.press(t('say-yes'));
      });
    await moderator.go(`${council}/organise`);
    await moderator.press(d('do-check'));
    await moderator.sees(d('flash-checked'));
    await look(moderator, 'feasible');
    await moderator.unfold(d('add-auditor'));
    await moderator.fill({ email: 'resident15@demo.gongzhi.example' });
    await moderator.press(d('add-auditor'));
    await moderator.sees(d('flash-auditor'));
  });

  it('publishes the list before its seed can be known, and draws a line by it', async () => {
    portal.advance(4 * day);
    await moderator.go(`${council}/organise`);
    await moderator.fill({ source: '福彩 3D 当天开奖号码，按次序写成三个数字，中间空一格' });
    await moderator.fill({ dueAt: wallClockOf(ahead(1), zone).slice(0, 16) });
    await moderator.press(d('do-list'));
    await moderator.sees(d('flash-listed'));
    await look(moderator, 'listed-desk');
    const visitor = await walkers.visitor();
    await visitor.go(council);
    await visitor.sees(t('draw-waits'));
    await look(visitor, 'listed');
    await visitor.leave();
    portal.advance(2 * day);
    await moderator.go(`${council}/organise`);
    await moderator.fill({ seed: '5 8 3' });
    await moderator.press(d('do-draw'));
    await moderator.sees(d('flash-drawn'));
  });

  it('is repeated by a stranger from the published list, and by an auditor from the pool', async () => {
    const visitor = await walkers.visitor();
    await visitor.go(council);
    await visitor.page.locator('#draw-1 .to-check summary').click();
    await visitor.sees(t('repeat-lead'));
    await look(visitor, 'drawn');
    const shown = await visitor.page.locator('#draw-1').innerText();
    await visitor.leave();
    const files = {
      'list.txt': await download('/draws/1/list.txt'),
      'quotas.csv': await download('/draws/1/quotas.csv'),
    };
    const repeated = gongzhi(files, ['--list', 'list.txt', '--seed', '5 8 3']);
    expect(shown).toContain(repeated.list.sha256);
    expect(shown).toContain(repeated.drawn.panel.join(', '));
    const auditor = await walkers.person('resident15');
    await auditor.go(council);
    await auditor.sees(t('audit'));
    await look(auditor, 'audit');
    await auditor.leave();
    const pool = await fetch(`${portal.url}${council}/pool.csv`, {
      method: 'POST',
      headers: {
        Origin: portal.url,
        Cookie: await cookieOf(portal, 'resident15'),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'draw=1',
    });
    expect(pool.status).toBe(200);
    const made = gongzhi({ ...files, 'pool.csv': await pool.text() }, [
      ...['pool.csv', '--quotas', 'quotas.csv', '--seats', '3', '--panels', '1000'],
      ...['--one-per', 'household', '--seed', '5 8 3'],
    ]);
    expect([made.list.sha256, made.drawn]).toEqual([repeated.list.sha256, repeated.drawn]);
  });

  it('is seated by those drawn; a seat that falls vacant is drawn anew', async () => {
    const [first, second, third] = await candidates('drawn');
    for (const one of [first, second])
      await as(one?.personId ?? null, async (walker) => {
        await walker.sees(t('own-drawn'));
        await walker.page.locator('input[name=showsName]').check();
        await walker.press(t('accept'));
        await walker.sees(t('own-accepted'));
        await look(walker, 'member');
      });
    await as(third?.personId ?? null, async (walker) => {
      await walker.unfold(t('give-up'));
      await walker.press(t('give-up'));
      await walker.sees(t('own-left'));
    });
    await moderator.go(`${council}/organise`);
    await look(moderator, 'seats');
    await moderator.fill({ source: '下一期福彩 3D 开奖号码，写法同上一次' });
    await moderator.fill({ dueAt: wallClockOf(ahead(1), zone).slice(0, 16) });
    await moderator.press(d('do-list'));
    portal.advance(2 * day);
    await moderator.go(`${council}/organise`);
    await moderator.fill({ seed: '0 4 1' });
    await moderator.press(d('do-draw'));
    const [replacement] = await candidates('drawn');
    expect(replacement?.personId).not.toBe(third?.personId);
    await as(replacement?.personId ?? null, async (walker) => walker.press(t('accept')));
    await moderator.go(`${council}/organise`);
    await moderator.press(d('seat'));
    await moderator.go(council);
    await moderator.sees(t('state.seated'));
    await look(moderator, 'seated');
  });
});

/**
 * Takes the screenshots of docs/screenshots from a demo of its own, on a narrow phone and a wide screen,
 * and names them in the README. `node scripts/take-screenshots.mjs [FOLDER]` writes to another folder instead.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? path.join(root, 'docs/screenshots');
const widths = [
  { name: 'narrow', width: 360, height: 740 },
  { name: 'wide', width: 1280, height: 860 },
];

/** What is shown, by whom; a list with `first` leads to the first thing in it. */
const pages = [
  { name: 'home', path: '/' },
  { name: 'proposals', path: '/proposals' },
  { name: 'proposal', path: '/proposals?state=evaluated', first: true },
  { name: 'propose', path: '/proposals/new', person: 'resident-05' },
  { name: 'ballot', path: '/ballots?state=closed', first: true },
  { name: 'vote', path: '/ballots?state=open', first: true, person: 'resident-05' },
  { name: 'volunteering', path: '/volunteering', first: true },
  { name: 'agreement', path: '/agreements', first: true },
  { name: 'work-order', path: '/work-orders', first: true },
  { name: 'moderation', path: '/moderation', person: 'moderator' },
  { name: 'area', path: '/areas/421002' },
];

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function startDemo(data) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [path.join(root, 'bin/gongzhi.mjs'), 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: `file:${path.join(data, 'demo.sqlite')}`,
      FILES_DIRECTORY: path.join(data, 'files'),
      BALLOT_KEYS_DIRECTORY: path.join(data, 'ballot-keys'),
      LOG_KEY_DIRECTORY: path.join(data, 'log-key'),
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return { url, stop: () => server.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  server.kill('SIGKILL');
  throw new Error('The demo did not start');
}

async function openPage(browser, url, { width, height, person }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (person) {
    await page.request.post('/demo-sign-in', { form: { person }, headers: { Origin: url } });
    // The greeting after signing in is shown once, and not on the pictures.
    await page.goto('/account');
  }
  return page;
}

async function take(browser, url, { shown, size }) {
  const page = await openPage(browser, url, { ...size, person: shown.person });
  await page.goto(shown.path);
  if (shown.first) {
    const first = await page.locator('.card-title a').first().getAttribute('href');
    await page.goto(first);
  }
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot();
  await sharp(picture)
    .webp({ quality: 80 })
    .toFile(path.join(folder, `${shown.name}-${size.name}.webp`));
  await page.context().close();
}

const data = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-screenshots-'));
mkdirSync(folder, { recursive: true });
const demo = await startDemo(data);
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  for (const shown of pages) {
    for (const size of widths) await take(browser, demo.url, { shown, size });
  }
  await browser.close();
} finally {
  demo.stop();
  rmSync(data, { recursive: true, force: true });
}

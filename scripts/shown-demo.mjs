/** A demo of its own that is shown in a browser, for what takes pictures of it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('..', import.meta.url));

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

/** A window as a person has it, who is signed in where one is named. */
export async function openPage(browser, url, { width, height, person }) {
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

const programs = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];

/** Starts a demo and a browser, and leaves nothing behind. */
export async function withDemo(show) {
  const data = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-shown-'));
  const demo = await startDemo(data);
  try {
    const browser = await chromium.launch({
      executablePath: programs.find((file) => file && existsSync(file)),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    await show(browser, demo.url);
    await browser.close();
  } finally {
    demo.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

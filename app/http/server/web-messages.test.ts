import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';

const part = new Uint8Array(64 * 1024).fill(97);
let made = 0;
let isCancelled = false;

/** A file that never ends, made only as it is asked for. */
const endless = () =>
  new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        made += 1;
        controller.enqueue(part);
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );

/** Breaks off in the middle. */
const broken = () =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      made += 1;
      if (made < 3) controller.enqueue(part);
      else controller.error(new Error('of the inside'));
    },
  });

const file = (body: () => ReadableStream<Uint8Array>, type: string) => () =>
  new Response(body(), { headers: { 'Content-Type': type } });

let portal: TestPortal;
beforeAll(async () => {
  const build = remixBuild(
    [
      { path: 'packed', page: false, loader: file(endless, 'image/webp') },
      { path: 'plain', page: false, loader: file(endless, 'text/csv') },
      { path: 'broken', page: false, loader: file(broken, 'image/webp') },
    ],
    () => new Response('page'),
  );
  portal = await testPortal(build);
});
afterAll(() => portal.dispose());
beforeEach(() => {
  made = 0;
  isCancelled = false;
});

/** Asks as somebody who reads nothing of the answer. */
function askSlowly(path: string, headers: Record<string, string>): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http
      .get(portal.url + path, { headers }, (answer) => {
        answer.pause();
        answer.on('error', () => {});
        resolve(answer);
      })
      .on('error', reject);
  });
}

/** Until nothing more is made, or for ever. */
async function settled(): Promise<number> {
  for (let before = -1; before !== made;) {
    before = made;
    await pause(300);
  }
  return made;
}

it.each([
  ['/packed', {}],
  ['/plain', {}],
])('%s is made no faster than it is taken, and ends with its reader', async (path, headers) => {
  const answer = await askSlowly(path, headers);
  // What fits between the two ends, and no more.
  expect(await settled()).toBeLessThan(400);
  const before = made;
  answer.resume();
  await pause(200);
  expect(made).toBeGreaterThan(before);
  answer.destroy();
  await pause(300);
  expect(isCancelled).toBe(true);
});

it('a file that breaks off is no whole one to its reader', async () => {
  const answer = await portal.ask('/broken');
  await expect(answer.arrayBuffer()).rejects.toThrow();
});

it('goes on where it is compressed on its way', async () => {
  const answer = await askSlowly('/plain', { 'Accept-Encoding': 'gzip' });
  answer.resume();
  await pause(500);
  // A compressed letter is small: much is made, for a reader who takes it.
  expect(made).toBeGreaterThan(50);
  answer.destroy();
  await pause(300);
  expect(isCancelled).toBe(true);
});

it('a file asked for as the data of a page is not there, and nothing of it is read into memory', async () => {
  for (const path of ['/plain.data', '/packed.data?_routes=packed', '/PLAIN.data']) {
    isCancelled = false;
    const answer = await portal.ask(path);
    expect([answer.status, (await answer.text()).includes('aaaa')], path).toEqual([404, false]);
    expect([made, isCancelled], path).toEqual([0, true]);
  }
});

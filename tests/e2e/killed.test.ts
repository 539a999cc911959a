import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filledDatabase } from './setup/filled';
import type { FilledDatabase } from './setup/filled';
import { startMailServer } from './setup/mail-server';
import type { MailServer } from './setup/mail-server';
import { freePort } from './setup/portal';

let filled: FilledDatabase;
let mail: MailServer;
let server: ChildProcess | null = null;
let url = '';
beforeAll(async () => {
  filled = await filledDatabase({ proposals: 20, comments: 20, votes: 20, voters: 600 });
  mail = await startMailServer();
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await mail.stop();
  filled.remove();
});

/** The portal as it is served, in a process that can be killed. */
async function start(): Promise<void> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ['bin/gongzhi.mjs', 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: `file:${filled.file}`,
      FILES_DIRECTORY: path.join(filled.folder, 'files'),
      BALLOT_KEYS_DIRECTORY: path.join(filled.folder, 'ballot-keys'),
      LOG_KEY_DIRECTORY: path.join(filled.folder, 'log-key'),
      PORT: String(port),
      SMTP_URL: mail.url,
      RATE_LIMITS: 'false',
      LOG_LEVEL: 'error',
    },
  });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The portal did not start');
}

async function post(to: string, body: string, cookie = ''): Promise<boolean> {
  const response = await fetch(url + to, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url, Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  }).catch(() => null);
  return response !== null && response.status < 400;
}

/** Works through the tasks with so many at once; answers those that were acknowledged. */
async function acknowledged<Task>(tasks: Task[], act: (task: Task) => Promise<boolean>): Promise<Task[]> {
  const done: Task[] = [];
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
      if (await act(task)) done.push(task);
    }
  };
  await Promise.all(Array.from({ length: 25 }, work));
  return done;
}

function counts() {
  const database = new BetterSqlite3(filled.file, { readonly: true });
  const count = (text: string) => (database.prepare(text).get(filled.ballotId) as { n: number }).n;
  const counted = {
    papers: count('SELECT count(*) AS n FROM "BallotPaper" WHERE "ballotId" = ?'),
    voters: count('SELECT count(DISTINCT "casterKey") AS n FROM "BallotPaper" WHERE "ballotId" = ?'),
    shown: count('SELECT "votedCount" AS n FROM "Ballot" WHERE "id" = ?'),
  };
  database.close();
  return counted;
}

it('keeps every acknowledged vote and mail when the server is killed under load', async () => {
  await start();
  let votes = 0;
  const voting = acknowledged(filled.tokens, async (token) => {
    const fine = await post(
      `/ballots/${filled.ballotId}`,
      `intent=vote&answer.${filled.optionId}=yes`,
      await filled.cookieOf(token),
    );
    votes += fine ? 1 : 0;
    if (votes === 200 && fine) server?.kill('SIGKILL');
    return fine;
  });
  const addresses = Array.from({ length: 40 }, (_, index) => `killed${index}@example.org`);
  const registering = acknowledged(addresses, (address) =>
    post(
      '/register',
      new URLSearchParams({
        email: address,
        displayName: '陈桂兰',
        password: 'spring river lamp',
      }).toString(),
    ),
  );
  const gone = server ? once(server, 'exit') : null;
  const [voted, registered] = await Promise.all([voting, registering]);
  await gone;
  expect(voted.length).toBeGreaterThanOrEqual(200);
  expect(voted.length).toBeLessThan(filled.tokens.length);

  await start();
  const after = counts();
  // A vote whose answer was cut off may be there too: it is in each of the counts, or in none.
  expect(after.papers).toBeGreaterThanOrEqual(voted.length);
  expect(after).toEqual({ papers: after.papers, voters: after.papers, shown: after.papers });
  for (const address of registered) await mail.mailTo(address, '.');

  const again = await acknowledged(filled.tokens, async (token) =>
    post(
      `/ballots/${filled.ballotId}`,
      `intent=vote&answer.${filled.optionId}=yes`,
      await filled.cookieOf(token),
    ),
  );
  expect(again).toHaveLength(filled.tokens.length);
  const all = filled.tokens.length;
  expect(counts()).toEqual({ papers: all, voters: all, shown: all });
});

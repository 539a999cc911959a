import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { filledDatabase } from './setup/filled';
import { freePort } from './setup/portal';
import packageFile from '../../package.json' with { type: 'json' };

/** What a portal on SQLite cannot start or answer its first page without. */
const needed = [
  '@prisma/adapter-better-sqlite3',
  '@prisma/client',
  '@remix-run/node',
  '@remix-run/react',
  'better-sqlite3',
  'commander',
  'compression',
  'express',
  'express-rate-limit',
  'helmet',
  // Of Express, which reads it with the rest of its own.
  'iconv-lite',
  'isbot',
  'marked',
  'pino',
  'react',
  'react-dom',
  'ulid',
  'zod',
];

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    const answered = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The portal did not start');
}

/** The packages of ours of which the process that wrote this coverage ran anything. */
function packagesRun(coverage: string): string[] {
  const files = readdirSync(coverage).map((name) => readFileSync(path.join(coverage, name), 'utf8'));
  const scripts = files.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
  const names = scripts.map(({ url }) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? '');
  return [...new Set(names)].filter((name) => name in packageFile.dependencies).sort();
}

it('reads no package at its start that no request has asked for', async () => {
  const { folder, file, remove } = await filledDatabase({ proposals: 1, comments: 1, votes: 1, voters: 1 });
  const coverage = path.join(folder, 'coverage');
  const port = await freePort();
  const server = spawn(process.execPath, ['bin/gongzhi.mjs', 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // V8 writes down every script that ran.
      NODE_V8_COVERAGE: coverage,
      DATABASE_URL: `file:${file}`,
      FILES_DIRECTORY: path.join(folder, 'files'),
      BALLOT_KEYS_DIRECTORY: path.join(folder, 'ballot-keys'),
      PORT: String(port),
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'error',
    },
  });
  try {
    await ready(`http://127.0.0.1:${port}`);
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    expect(packagesRun(coverage)).toEqual(needed);
  } finally {
    server.kill('SIGKILL');
    remove();
  }
});

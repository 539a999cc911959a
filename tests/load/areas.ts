/** `npm run bench -- --areas`: list pages of a portal with 30,000 areas beside those of the demo's 17. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { insertAreas, manyAreas } from '../factories/many-areas';
import { startPortal } from './servers';
import type { Running } from './servers';
import { openDatabase } from '~/platform/db/open-database.server';

const areas = 30_000;
const rounds = process.argv.includes('--quick') ? 20 : 100;
const mostBytes = 1.1;
const mostTime = 1.2;
const pages = [
  '/',
  '/proposals',
  '/feedback',
  '/conversations',
  '/ballots',
  '/volunteering',
  '/agreements',
  '/work-orders',
  '/organisations',
  '/responsibilities',
  '/targets',
  '/statistics',
  '/map',
  '/areas',
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Read {
  bytes: number;
  milliseconds: number;
}

/** Reads the page under an address that is kept by nobody, so that all of its work is done. */
async function read(portal: Running, page: string, round: number): Promise<Read> {
  const began = performance.now();
  const answer = await fetch(`${portal.url}${page}?round=${round}`, { headers: { accept: 'text/html' } });
  const text = await answer.text();
  const milliseconds = performance.now() - began;
  if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
  return { bytes: Buffer.byteLength(text), milliseconds };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Both portals in turn, so that what else the machine does falls on both alike. */
async function compare(few: Running, many: Running, page: string): Promise<boolean> {
  const times: [number[], number[]] = [[], []];
  const bytes: [number, number] = [0, 0];
  for (let round = -5; round < rounds; round += 1)
    for (const [at, portal] of [few, many].entries()) {
      const found = await read(portal, page, round);
      const side = at === 0 ? 0 : 1;
      bytes[side] = found.bytes;
      if (round >= 0) times[side].push(found.milliseconds);
    }
  const time = median(times[1]) / median(times[0]);
  const size = bytes[1] / bytes[0];
  const fine = size <= mostBytes && time <= mostTime;
  say(
    `${page.padEnd(20)} ${bytes[0]} → ${bytes[1]} bytes (${size.toFixed(2)}); ` +
      `${median(times[0]).toFixed(2)} → ${median(times[1]).toFixed(2)} ms (${time.toFixed(2)})${fine ? '' : '  TOO MUCH'}`,
  );
  return fine;
}

async function prepared(folder: string): Promise<{ few: string; many: string }> {
  const few = path.join(folder, 'few.sqlite');
  const many = path.join(folder, 'many.sqlite');
  execFileSync(process.execPath, ['bin/gongzhi.mjs', 'load-demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: `file:${few}`,
      FILES_DIRECTORY: path.join(folder, 'files'),
      BALLOT_KEYS_DIRECTORY: path.join(folder, 'keys'),
      LOG_KEY_DIRECTORY: path.join(folder, 'log-key'),
      DEMO_MODE: 'true',
    },
  });
  copyFileSync(few, many);
  const database = await openDatabase({ url: `file:${many}` });
  await insertAreas(database, manyAreas(areas));
  await database.close();
  return { few, many };
}

async function main(folder: string): Promise<void> {
  say(`Telling the demo's story, and once more with ${areas} areas …`);
  const files = await prepared(folder);
  const few = await startPortal(files.few);
  const many = await startPortal(files.many);
  try {
    const fine: boolean[] = [];
    for (const page of pages) fine.push(await compare(few, many, page));
    const all = fine.every(Boolean);
    say(
      all
        ? 'All within 1.1 × the bytes and 1.2 × the time'
        : 'NOT all within 1.1 × the bytes and 1.2 × the time',
    );
    if (!all) process.exitCode = 1;
  } finally {
    await few.stop();
    await many.stop();
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-bench-'));
try {
  await main(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

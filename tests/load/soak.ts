import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fill } from './fill';
import { readPage } from './measure';
import { startPortal } from './servers';
import type { Running } from './servers';
import { signedIn } from './votes';
import { migrate } from '~/platform/db/migrate.server';

/** `npm run bench -- --soak 60`: so many minutes under mixed load, and whether memory, descriptors or delay grow. */
const minutes = Number(process.argv.at(-1)) || 60;
const size = { proposals: 1000, comments: 3000, votes: 10_000, voters: 500 };
/** Each round reads every page for some seconds. */
const seconds = 5;

interface Round {
  megabytes: number;
  descriptors: number;
  p95: number;
  failed: number;
}

async function round(portal: Running, pages: readonly { path: string; token: string }[]): Promise<Round> {
  let [p95, failed] = [0, 0];
  for (const { path: page, token } of pages) {
    const headers = token === '' ? {} : await signedIn(token);
    const read = await readPage(`${portal.url}${page}`, seconds, headers);
    p95 = Math.max(p95, read.p95);
    failed += read.failed;
  }
  return { megabytes: portal.residentMegabytes(), descriptors: portal.descriptors(), p95, failed };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** What grew from the second quarter to the last: the first one is the process warming up. */
function grown(rounds: readonly Round[]): string[] {
  const quarter = Math.max(1, Math.floor(rounds.length / 4));
  const [early, late] = [rounds.slice(quarter, 2 * quarter), rounds.slice(-quarter)];
  const ratio = (of: (round: Round) => number) => median(late.map(of)) / Math.max(1, median(early.map(of)));
  const found: [name: string, ratio: number, most: number][] = [
    ['memory', ratio(({ megabytes }) => megabytes), 1.15],
    ['descriptors', ratio(({ descriptors }) => descriptors), 1.15],
    ['delay', ratio(({ p95 }) => p95), 1.5],
  ];
  return found.filter(([, now, most]) => now > most).map(([name, now]) => `${name} × ${now.toFixed(2)}`);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-soak-'));
const file = path.join(folder, 'soak.sqlite');
await migrate(`file:${file}`);
const filled = fill(file, size);
const portal = await startPortal(file);
const token = filled.tokens[0] ?? '';
const pages = [
  { path: '/proposals', token: '' },
  { path: `/proposals/${filled.proposalId}`, token },
  { path: `/ballots/${filled.ballotId}`, token },
  { path: '/search?q=%E8%B7%AF%E7%81%AF', token: '' },
  { path: '/mine', token },
  { path: '/api/v1/proposals', token: '' },
];
const rounds: Round[] = [];
const until = performance.now() + minutes * 60_000;
try {
  while (performance.now() < until || rounds.length < 4) {
    const now = await round(portal, pages);
    rounds.push(now);
    process.stdout.write(
      `${rounds.length}: ${now.megabytes.toFixed(0)} MB, ${now.descriptors} descriptors, 97.5% within ${now.p95} ms, ${now.failed} failed\n`,
    );
  }
} finally {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}
const wrong = grown(rounds);
const failed = rounds.reduce((sum, one) => sum + one.failed, 0);
process.stdout.write(wrong.length > 0 ? `grew: ${wrong.join(', ')}\n` : 'nothing grew\n');
if (wrong.length > 0 || failed > 0) process.exitCode = 1;

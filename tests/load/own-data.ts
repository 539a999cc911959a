/**
 * The page of a person's own data beside a plain page of the same person: `npm run bench -- --own-data`. Compared is the
 * processor time that the portal takes for a page, in turns: seconds say more of what else the machine is at.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { fill } from './fill';
import { startPortal } from './servers';
import type { Running } from './servers';
import { signedIn } from './votes';
import { migrate } from '~/platform/db/migrate.server';
import { paths } from '~/paths';

const pages = [paths.account, paths.heldData];
const [warmUp, amount, rounds, connections] = [200, 500, 3, 10];
const most = 2;
const millisecondsOfTick = 10;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Milliseconds of the processor for each answer, of so many. */
async function effortOf(portal: Running, page: string, headers: Record<string, string>): Promise<number> {
  const before = portal.ticks();
  const url = `${portal.url}${page}`;
  const result = await autocannon({ url, headers: { accept: 'text/html', ...headers }, connections, amount });
  if (result.non2xx + result.errors > 0) throw new Error(`${page} failed`);
  return ((portal.ticks() - before) * millisecondsOfTick) / amount;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-own-data-'));
try {
  const file = path.join(folder, 'load.sqlite');
  await migrate(`file:${file}`);
  const filled = fill(file, { proposals: 1000, comments: 3000, votes: 10_000, voters: 500 });
  const portal = await startPortal(file);
  const headers = await signedIn(filled.tokens[0] ?? '');
  for (const page of pages)
    await autocannon({ url: `${portal.url}${page}`, headers, connections, amount: warmUp });
  const efforts = pages.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, page] of pages.entries()) efforts[at]?.push(await effortOf(portal, page, headers));
  const [plain = 0, own = 0] = efforts.map((each) => each.toSorted((a, b) => a - b)[1] ?? 0);
  say(pages.map((page, at) => `${page}: ${[plain, own][at]?.toFixed(2)} ms`).join(', '));
  say(
    `own data costs ${(own / plain).toFixed(2)} × a plain page, ${own / plain <= most ? 'within' : 'ABOVE'} ${most}`,
  );
  await portal.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

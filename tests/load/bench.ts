import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fill } from './fill';
import type { Filled } from './fill';
import { keptPagesOf, keptRatios, ratioLine } from './kept-ratios';
import { readPage } from './measure';
import type { Measured } from './measure';
import { startBare, startPortal } from './servers';
import type { Running } from './servers';
import { bareVotes, isComplete, signedIn, votesOf } from './votes';
import type { Prepared, Voted } from './votes';
import { migrate } from '~/platform/db/migrate.server';

const quick = process.argv.includes('--quick');
const onlyVotes = process.argv.includes('--votes');
const seconds = quick ? 3 : 8;
const large = quick
  ? { proposals: 10_000, comments: 30_000, votes: 100_000, voters: 5_000 }
  : { proposals: 100_000, comments: 300_000, votes: 1_000_000, voters: 20_000 };
const small = { proposals: 1000, comments: 3000, votes: 10_000, voters: 500 };

const say = (line: string) => void process.stdout.write(`${line}\n`);
const rate = ({ perSecond, p95, failed }: Measured) =>
  `${perSecond.toFixed(0)}/s, 97.5% within ${p95} ms${failed ? `, ${failed} FAILED` : ''}`;

const voteRate = (voted: Voted) =>
  `${rate(voted)}; ${voted.processor.toFixed(0)} µs of processor time a vote`;

async function prepared(folder: string, name: string, size: typeof large): Promise<Prepared> {
  const file = path.join(folder, `${name}.sqlite`);
  await migrate(`file:${file}`);
  return { file, filled: fill(file, size) };
}

async function readPages(portal: Running, filled: Filled) {
  const headers = await signedIn(filled.tokens[0] ?? '');
  const detail = `${portal.url}/proposals/${filled.proposalId}`;
  return {
    list: await readPage(`${portal.url}/proposals`, seconds),
    detail: await readPage(detail, seconds),
    ballot: await readPage(`${portal.url}/ballots/${filled.ballotId}`, seconds),
    'list, signed in': await readPage(`${portal.url}/proposals`, seconds, headers),
    'detail, signed in': await readPage(detail, seconds, headers),
  };
}

async function vote(portal: Running, prepared: Prepared): Promise<Voted> {
  const voted = await votesOf(portal, prepared);
  say(`votes, acknowledged            ${voteRate(voted)}`);
  const { acknowledged, papers, receipts, counted } = voted;
  say(
    `  acknowledged ${acknowledged}, papers ${papers}, receipts ${receipts}, counted ${counted}: ${isComplete(voted) ? 'equal' : 'NOT EQUAL'}`,
  );
  return voted;
}

/** Before and after the portal's, as the disk is not equally fast all the time. */
function sayBound(voted: Voted, bounds: readonly Voted[]): void {
  for (const bound of bounds) say(`bare voting server             ${voteRate(bound)}`);
  const mean = (of: (bound: Voted) => number) =>
    bounds.reduce((sum, bound) => sum + of(bound), 0) / bounds.length;
  const byClock = voted.perSecond / mean(({ perSecond }) => perSecond);
  const byProcessor = mean(({ processor }) => processor) / voted.processor;
  say(`votes to the bare server       ${byClock.toFixed(2)}; by processor time ${byProcessor.toFixed(2)}`);
}

async function voteAlone(prepared: Prepared): Promise<void> {
  const before = await bareVotes(prepared);
  const portal = await startPortal(prepared.file);
  const voted = await vote(portal, prepared);
  await portal.stop();
  sayBound(voted, [before, await bareVotes(prepared)]);
}

async function main(folder: string): Promise<void> {
  say(
    `Filling the databases (${large.proposals} proposals, ${large.comments} comments, ${large.votes} votes) …`,
  );
  const big = await prepared(folder, 'large', large);
  if (onlyVotes) return voteAlone(big);
  const little = await prepared(folder, 'small', small);
  const http = await startBare('http');
  const plain = await readPage(http.url, seconds);
  await http.stop();
  const remix = await startBare('remix');
  const bare = await readPage(remix.url, seconds);
  await remix.stop();
  say(`bare node:http                 ${rate(plain)}`);
  say(`bare Remix page                ${rate(bare)}`);

  const first = await startPortal(little.file);
  const atSmall = await readPages(first, little.filled);
  await first.stop();
  const bound = await bareVotes(big);
  const portal = await startPortal(big.file);
  const readyAfter = portal.readyAfter;
  const atLarge = await readPages(portal, big.filled);
  say('page                           at large size; to bare Remix; to bare http; small to large');
  for (const [name, at] of Object.entries(atLarge)) {
    const before = atSmall[name as keyof typeof atSmall];
    const ratios = [
      at.perSecond / bare.perSecond,
      at.perSecond / plain.perSecond,
      before.perSecond / at.perSecond,
    ];
    say(`${name.padEnd(30)} ${rate(at)}; ${ratios.map((ratio) => ratio.toFixed(2)).join('; ')}`);
  }
  say('page as browsers ask            to a bare node:http server with the same bytes');
  const kept = await keptRatios(portal, await keptPagesOf(big.filled));
  for (const [name, ratio] of Object.entries(kept)) say(ratioLine(name, ratio));
  const voted = await vote(portal, big);
  say(`ready after start              ${readyAfter.toFixed(0)} ms`);
  say(`resident after all             ${portal.residentMegabytes().toFixed(0)} MB`);
  await portal.stop();
  sayBound(voted, [bound, await bareVotes(big)]);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-bench-'));
try {
  await main(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

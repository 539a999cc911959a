/**
 * The public log with ten million entries: the time of a proof from the database, and of a consistency check by the
 * verifier. `npm run bench -- --log`, or with another number of entries `npm run bench -- --log 500000`.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { drawnNumbers } from './drawn-texts';
import type { ReadContext } from '~/domains/context';
import { logKeyText, proofOfEvent } from '~/domains/ledger/index.server';
import { readTiles } from '~/domains/ledger/log/log-tiles.server';
import { openCheckpoint, signCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { readNoteKey, signingKey, writeNoteKey } from '~/domains/ledger/rules/note/note-key';
import type { SigningNoteKey } from '~/domains/ledger/rules/note/note-key';
import {
  appendLeaves,
  hashFromTiles,
  keyOfTile,
  tilesOfNodes,
} from '~/domains/ledger/rules/tiles/hash-tiles';
import { leafHash } from '~/domains/ledger/rules/tree/hashes';
import type { Hash } from '~/domains/ledger/rules/tree/hashes';
import { hashOfNodes, nodesOfConsistency, nodesOfRoot } from '~/domains/ledger/rules/tree/nodes';
import { verifyConsistency, verifyInclusion } from '~/domains/ledger/rules/tree/verify-proofs';
import { migrate } from '~/platform/db/migrate.server';
import { openDatabase } from '~/platform/db/open-database.server';

const size = Number(process.argv[3] ?? 10_000_000);
const atOnce = 65_536;
const proofs = 500;
const [proofBound, checkBound] = [20, 1000];

const say = (line: string) => void process.stdout.write(`${line}\n`);
const say95 = (what: string, times: readonly number[], bound: number) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const verdict = at(0.95) <= bound ? 'within' : 'ABOVE';
  say(`${what}: median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms, ${verdict} ${bound} ms`);
};

const entryOf = (index: number) => createHash('sha256').update(`entry ${index}`).digest();

/** Rows as the portal writes them, of entries that commit to nothing; answers the root of the first so many, too. */
function fill(file: string, key: SigningNoteKey, earlier: number): { root: Hash; earlierRoot: Hash } {
  const database = new BetterSqlite3(file);
  database.pragma('synchronous = OFF');
  const entry = database.prepare(
    'INSERT INTO "LogEntry" ("index", "eventId", "commitment") VALUES (?, ?, ?)',
  );
  const tile = database.prepare(
    'INSERT INTO "LogTile" ("level", "index", "hashes") VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "hashes" = excluded."hashes"',
  );
  const last = new Map<string, Hash[]>();
  const rootOf = (at: number) => hashOfNodes(nodesOfRoot(at), hashFromTiles(last));
  let earlierRoot: Hash = Buffer.alloc(32);
  for (let from = 0; from < size;) {
    const to = Math.min(from + atOnce, size, from < earlier ? earlier : size);
    database.transaction(() => {
      const leaves: Hash[] = [];
      for (let index = from; index < to; index += 1) {
        const commitment = entryOf(index);
        entry.run(index, `event-${index}`, commitment.toString('base64'));
        leaves.push(leafHash(commitment));
      }
      const grown = appendLeaves({ size: from, leaves }, (place) => last.get(keyOfTile(place)) ?? []);
      for (const [name, { level, index, hashes }] of grown) {
        tile.run(level, index, Buffer.concat(hashes));
        last.set(name, hashes);
        last.delete(keyOfTile({ level, index: index - 1 }));
      }
    })();
    from = to;
    if (to === earlier) earlierRoot = rootOf(to);
  }
  const root = rootOf(size);
  const note = signCheckpoint({ origin: key.name, size, root }, key);
  database
    .prepare('INSERT INTO "LogHead" ("size", "root", "note", "at") VALUES (?, ?, ?, ?)')
    .run(size, Buffer.from(root).toString('base64'), note, new Date().toISOString().replace('Z', '+00:00'));
  const keep = database.prepare('INSERT INTO "KeptValue" ("name", "value") VALUES (?, ?)');
  keep.run('log.key', writeNoteKey(key));
  database.close();
  return { root, earlierRoot };
}

async function timed<Result>(times: number[], act: () => Promise<Result> | Result): Promise<Result> {
  const start = performance.now();
  const result = await act();
  times.push(performance.now() - start);
  return result;
}

/** Each of so many drawn entries proved, as its page does, and each proof checked. */
async function proveMany(ctx: ReadContext): Promise<void> {
  const number = drawnNumbers(11);
  const times: number[] = [];
  const key = readNoteKey((await logKeyText(ctx)) ?? '');
  let effort = 0;
  for (let count = 0; count < proofs; count += 1) {
    const index = Math.floor(number() * size);
    const before = process.cpuUsage();
    const proof = await timed(times, () => proofOfEvent(ctx, `event-${index}`));
    const { user, system } = process.cpuUsage(before);
    effort += user + system;
    if (!proof) throw new Error(`Entry ${index} has no proof`);
    const { root } = openCheckpoint(Buffer.from(proof.checkpoint), key);
    const leaf = leafHash(Buffer.from(proof.entry, 'base64'));
    const hashes = proof.hashes.map((hash) => Buffer.from(hash, 'base64'));
    verifyInclusion({ index, size, leaf, proof: hashes, root });
  }
  say95(`a proof among ${size} entries`, times, proofBound);
  // What else the machine is at lengthens the time, not this.
  say(`of the processor: ${(effort / proofs / 1000).toFixed(2)} ms each`);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-log-'));
try {
  const file = path.join(folder, 'log.sqlite');
  await migrate(`file:${file}`);
  const key = signingKey('gongzhi.example/log', Buffer.alloc(32, 7));
  const earlier = Math.floor(size * 0.6) + 1;
  say(`Filling a log of ${size} entries …`);
  const { root, earlierRoot } = fill(file, key, earlier);
  const database = await openDatabase({ url: `file:${file}` });
  // What a proof of words that nobody opens asks of the context.
  const ctx = { database, actor: { kind: 'visitor' } } as unknown as ReadContext;
  await proveMany(ctx);
  const times: number[] = [];
  const [first, second] = [earlier, size];
  for (let count = 0; count < 20; count += 1) {
    const parts = nodesOfConsistency(first, second);
    const hashOf = hashFromTiles(await readTiles(database.read, tilesOfNodes(parts.flat())));
    const proof = parts.map((part) => hashOfNodes(part, hashOf));
    await timed(times, () =>
      verifyConsistency({ first, second, firstRoot: earlierRoot, secondRoot: root, proof }),
    );
  }
  say95(`a consistency check from ${first} to ${second}`, times, checkBound);
  await database.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

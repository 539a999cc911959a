import type { LogMirror } from './log-mirror';
import type { ReadLogFile } from './log-source';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { openCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import type { Checkpoint } from '~/domains/ledger/rules/note/checkpoint';
import { cosignaturesOf } from '~/domains/ledger/rules/note/cosignature';
import type { Cosignature } from '~/domains/ledger/rules/note/cosignature';
import { readNoteKey } from '~/domains/ledger/rules/note/note-key';
import type { NoteKey } from '~/domains/ledger/rules/note/note-key';
import { readBundle } from '~/domains/ledger/rules/tiles/entry-bundle';
import {
  hashFromTiles,
  keyOfTile,
  lastTileOf,
  levelsOf,
  readHashTile,
  tilesOfNodes,
} from '~/domains/ledger/rules/tiles/hash-tiles';
import type { TilePlace } from '~/domains/ledger/rules/tiles/hash-tiles';
import { tilePath, tileWidth } from '~/domains/ledger/rules/tiles/tile-path';
import type { Tile } from '~/domains/ledger/rules/tiles/tile-path';
import { leafHash, sameHash } from '~/domains/ledger/rules/tree/hashes';
import type { Hash } from '~/domains/ledger/rules/tree/hashes';
import { hashOfNodes, nodesOfConsistency, nodesOfRoot } from '~/domains/ledger/rules/tree/nodes';
import type { Node } from '~/domains/ledger/rules/tree/nodes';
import { rootOfRow } from '~/domains/ledger/rules/tree/tree-root';
import { verifyConsistency } from '~/domains/ledger/rules/tree/verify-proofs';

/** What must not be: the log was changed after it was published, or contradicts itself. */
export class LogAlarm extends Error {}

export interface CheckedLog {
  name: string;
  size: number;
  root: string;
  /** How many entries had been checked before. */
  before: number;
  /** Which of the witnesses asked for have cosigned the head, and when. */
  cosignatures: Cosignature[];
}

/** What who checks knows from elsewhere. */
export interface Known {
  /** The key of the log; else the one of the first time is held to. */
  key?: string | undefined;
  /** Whose cosignatures are looked for, and how many of them a head must have. */
  witnesses?: { keys: readonly NoteKey[]; quorum: number };
}

interface Check {
  source: ReadLogFile;
  mirror: LogMirror;
}

/** What a fault of form or proof means for who checks. */
async function alarming<Result>(what: string, act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LogFault) throw new LogAlarm(`${what}: ${error.message}`);
    throw error;
  }
}

async function staged({ source, mirror }: Check, file: string): Promise<Uint8Array> {
  const bytes = await source(file);
  if (!bytes) throw new LogAlarm(`${file} is missing, which its head needs`);
  await mirror.stage(file, bytes);
  return bytes;
}

/** The tile as a tree of that size has it at this place. */
function tileOfSize({ level, index }: TilePlace, size: number): Tile {
  const last = lastTileOf(level, size);
  return { level, index, width: last?.index === index ? last.width : tileWidth };
}

async function knownHashes({ mirror }: Check, tile: Tile): Promise<Hash[]> {
  const bytes = await mirror.readAny(tilePath(tile));
  if (!bytes) throw new LogAlarm(`${tilePath(tile)} is missing`);
  return readHashTile(bytes, tile.width);
}

/** Each hash of a tile above the lowest is the root of the full tile below it. */
async function checkBelow(check: Check, { level, index }: TilePlace, hashes: readonly Hash[]): Promise<void> {
  for (const [at, hash] of hashes.entries()) {
    const below = { level: level - 1, index: index * tileWidth + at, width: tileWidth };
    if (sameHash(rootOfRow(await knownHashes(check, below)), hash)) continue;
    const wasKept = await check.mirror.read(tilePath(below));
    throw new LogAlarm(
      wasKept
        ? `the log has forked: ${tilePath(below)} is in its tree no more as it was kept`
        : `${tilePath(below)} does not give its hash at level ${level}`,
    );
  }
}

async function checkEntries(check: Check, tile: Tile, hashes: readonly Hash[]): Promise<void> {
  const file = tilePath({ ...tile, level: 'entries' });
  const entries = readBundle(await staged(check, file), tile.width);
  const at = entries.findIndex((entry, place) => !sameHash(leafHash(entry), hashes[place] as Hash));
  if (at >= 0) throw new LogAlarm(`entry ${tile.index * tileWidth + at} is not the one in the tree`);
}

/** Reads what a tree of that size has and the mirror has not, from the leaves up, and compares each part with those below. */
async function readTree(check: Check, size: number): Promise<void> {
  for (const level of levelsOf(size)) {
    const last = lastTileOf(level, size);
    for (let index = 0; last && index <= last.index; index += 1) {
      const tile = tileOfSize({ level, index }, size);
      if (await check.mirror.read(tilePath(tile))) continue;
      const hashes = readHashTile(await staged(check, tilePath(tile)), tile.width);
      if (level === 0) await checkEntries(check, tile, hashes);
      else await checkBelow(check, { level, index }, hashes);
    }
  }
}

async function hashes(check: Check, parts: readonly Node[][], size: number): Promise<Hash[]> {
  const tiles = new Map<string, Hash[]>();
  for (const place of tilesOfNodes(parts.flat()))
    tiles.set(keyOfTile(place), await knownHashes(check, tileOfSize(place, size)));
  return parts.map((part) => hashOfNodes(part, hashFromTiles(tiles)));
}

function compareHeads(known: Checkpoint, head: Checkpoint): void {
  if (head.size < known.size)
    throw new LogAlarm(
      `the log has shrunk: from ${known.size} entries, which it had signed, to ${head.size}`,
    );
  if (head.size === known.size && !sameHash(head.root, known.root))
    throw new LogAlarm(`the log has forked: two heads of ${head.size} entries are signed`);
}

/** What was checked before is the beginning of what there is now. */
async function checkGrowth(check: Check, known: Checkpoint, head: Checkpoint): Promise<void> {
  if (known.size === 0 || known.size === head.size) return;
  const [first, second] = [known.size, head.size];
  const proof = await hashes(check, nodesOfConsistency(first, second), second);
  await alarming(`the log has forked since its head of ${first} entries`, () =>
    verifyConsistency({ first, second, firstRoot: known.root, secondRoot: head.root, proof }),
  );
}

/** The key given, the one of the first time, or at the first time the one beside the log. */
async function keyOf({ source, mirror }: Check, given: string | undefined): Promise<NoteKey | null> {
  const known = await mirror.read('key');
  const text = given ?? (known ? Buffer.from(known).toString() : null);
  if (given !== undefined && known && Buffer.from(known).toString().trim() !== given.trim())
    throw new LogAlarm('the key that was given is not the one by which the mirror was made');
  const bytes = text === null ? await source('key') : Buffer.from(`${text.trim()}\n`);
  if (!bytes) return null;
  if (!known) await mirror.stage('key', bytes);
  return readNoteKey(Buffer.from(bytes).toString());
}

function checkWitnesses(note: Uint8Array, { keys, quorum }: NonNullable<Known['witnesses']>): Cosignature[] {
  const cosignatures = cosignaturesOf(note, keys);
  if (cosignatures.length < quorum)
    throw new LogAlarm(
      `its head is cosigned by ${cosignatures.length} of the ${keys.length} witnesses, not by ${quorum}`,
    );
  return cosignatures;
}

async function checkAll(check: Check, given: Known): Promise<CheckedLog | null> {
  const key = await keyOf(check, given.key);
  const note = await check.source('checkpoint');
  const before = await check.mirror.read('checkpoint');
  if (!note && before) throw new LogAlarm('the log is gone, whose head was kept before');
  if (!key || !note) return null;
  const head = openCheckpoint(note, key);
  const cosignatures = checkWitnesses(note, given.witnesses ?? { keys: [], quorum: 0 });
  const known = before ? openCheckpoint(before, key) : null;
  if (known) compareHeads(known, head);
  await readTree(check, head.size);
  const [root] = await hashes(check, [nodesOfRoot(head.size)], head.size);
  if (!root || !sameHash(root, head.root))
    throw new LogAlarm(`the head of ${head.size} entries is signed over another tree`);
  if (known) await checkGrowth(check, known, head);
  await check.mirror.stage('checkpoint', note);
  return {
    ...{ name: key.name, size: head.size, before: known?.size ?? 0, cosignatures },
    root: Buffer.from(root).toString('base64'),
  };
}

/**
 * Checks a log: the signature of its head, its witnesses, every entry and hash that was not checked before, the root, and that what was
 * checked before is its beginning. What holds is kept in the mirror. Null where there is no log. Throws LogAlarm.
 */
export async function checkLog(check: Check, known: Known): Promise<CheckedLog | null> {
  try {
    const checked = await alarming('the log does not hold', () => checkAll(check, known));
    if (checked) await check.mirror.keep();
    return checked;
  } finally {
    await check.mirror.forget();
  }
}

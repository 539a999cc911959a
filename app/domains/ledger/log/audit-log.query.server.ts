import type { ReadContext } from '../../context';
import { entryOfEvent } from '../rules/event-entry';
import type { LoggedEvent } from '../rules/event-entry';
import { openCheckpoint } from '../rules/note/checkpoint';
import { appendLeaves, keyOfTile } from '../rules/tiles/hash-tiles';
import type { TilePlace } from '../rules/tiles/hash-tiles';
import { tileWidth } from '../rules/tiles/tile-path';
import { leafHash, sameHash } from '../rules/tree/hashes';
import type { Hash } from '../rules/tree/hashes';
import { publicLogKey } from './log-key.server';
import { readTiles, rootFromTiles } from './log-tiles.server';
import type { Tiles } from './log-tiles.server';
import { readMark } from './reading-mark.server';
import { LogFault } from '../rules/log-fault';

/** What the audit finds, and where. */
export interface Finding {
  fault:
    /** The event says something else than what was entered. */
    | 'event-changed'
    /** The event is no more, or not public any more. */
    | 'event-gone'
    /** A public event stands in no entry, though later ones do. */
    | 'event-not-entered'
    /** The entry cannot be opened, and no later one stands in its place. */
    | 'secret-gone'
    /** The entry is no more, or another than the tree has. */
    | 'entry-changed'
    /** Hashes of the tree are not those of the entries. */
    | 'tile-changed'
    /** The newest head is not that of the tree, or its signature does not hold. */
    | 'head-changed';
  /** The place in the log; null of what has none. */
  index: number | null;
  eventId: string | null;
}

export interface Audit {
  size: number;
  /** Entries whose words were taken out and stand in a later entry. */
  replaced: number;
  findings: Finding[];
}

/** Whole tiles, so that each is compared once it is full. */
const atOnce = 4 * tileWidth;
const mostFindings = 1000;

interface Entry {
  index: number;
  eventId: string | null;
  secret: string | null;
  commitment: string;
  replaces: number | null;
}

/** What is wrong with one entry beside its event, or null. */
function faultOf(
  entry: Entry,
  event: (LoggedEvent & { isPublic: boolean }) | undefined,
  replaced: Set<number>,
) {
  const { index, eventId, secret, replaces } = entry;
  const finding = (fault: Finding['fault']): Finding => ({ fault, index, eventId });
  if (secret === null || eventId === null) return replaced.has(index) ? null : finding('secret-gone');
  if (!event?.isPublic) return finding('event-gone');
  const anew = entryOfEvent(event, { secret: Buffer.from(secret, 'base64url'), replaces });
  return sameHash(anew, Buffer.from(entry.commitment, 'base64')) ? null : finding('event-changed');
}

async function readEntries({ database }: ReadContext, from: number, to: number): Promise<Entry[]> {
  return database.read.logEntry.findMany({
    where: { index: { gte: from, lt: to } },
    orderBy: { index: 'asc' },
  });
}

async function faultsOfEntries(ctx: ReadContext, entries: readonly Entry[]): Promise<Finding[]> {
  const { event, logEntry, logDue } = ctx.database.read;
  const ids = entries.flatMap(({ eventId }) => eventId ?? []);
  const closed = entries.filter(({ eventId }) => eventId === null).map(({ index }) => index);
  const [events, later, due] = await Promise.all([
    event.findMany({ where: { id: { in: ids } } }),
    logEntry.findMany({ where: { replaces: { in: closed } }, select: { replaces: true } }),
    logDue.findMany({ where: { replaces: { in: closed } }, select: { replaces: true } }),
  ]);
  const byId = new Map(events.map((row) => [row.id, row]));
  const replaced = new Set([...later, ...due].flatMap(({ replaces }) => replaces ?? []));
  return entries.flatMap((entry) => faultOf(entry, byId.get(entry.eventId ?? ''), replaced) ?? []);
}

/** The places at which the tree's own hashes are others than these, of the tiles that grew by them. */
async function faultsOfTiles(ctx: ReadContext, grown: readonly (TilePlace & { hashes: Hash[] })[]) {
  const stored = await readTiles(ctx.database.read, grown);
  return grown.flatMap((tile): Finding[] => {
    const has = stored.get(keyOfTile(tile)) ?? [];
    const at = tile.hashes.findIndex((hash, place) => !has[place] || !sameHash(hash, has[place]));
    if (at < 0) return [];
    const index = tile.level === 0 ? tile.index * tileWidth + at : null;
    return [{ fault: tile.level === 0 ? 'entry-changed' : 'tile-changed', index, eventId: null }];
  });
}

/** The newest head beside the tree that its entries make. */
async function faultOfHead(
  ctx: ReadContext,
  { size, note }: { size: number; note: string },
  tiles: Tiles,
): Promise<Finding[]> {
  const key = await publicLogKey(ctx.database);
  const finding: Finding = { fault: 'head-changed', index: size, eventId: null };
  try {
    if (!key) return [finding];
    const head = openCheckpoint(Buffer.from(note), key);
    return head.size === size && sameHash(head.root, rootFromTiles(tiles, size)) ? [] : [finding];
  } catch (error) {
    if (error instanceof LogFault) return [finding];
    throw error;
  }
}

async function eventsNotEntered({ database }: ReadContext): Promise<Finding[]> {
  const { settled } = await readMark(database.sql);
  const rows = await database.sql.all<{ id: string }>(
    `SELECT e."id" FROM "Event" e WHERE e."sequence" <= ? AND e."isPublic" = ?
       AND NOT EXISTS (SELECT 1 FROM "LogEntry" l WHERE l."eventId" = e."id")
       AND NOT EXISTS (SELECT 1 FROM "LogDue" d WHERE d."eventId" = e."id")
     ORDER BY e."sequence" LIMIT ${mostFindings}`,
    [settled, true],
  );
  return rows.map(({ id }) => ({ fault: 'event-not-entered', index: null, eventId: id }));
}

/**
 * Calculates the whole log anew from its entries and compares events, entries, tree and head: what was changed past the
 * portal is found with its place, up to a thousand findings.
 */
export async function auditLog(ctx: ReadContext): Promise<Audit> {
  const head = await ctx.database.read.logHead.findFirst({ orderBy: { size: 'desc' } });
  const size = head?.size ?? 0;
  const findings: Finding[] = [];
  const tiles: Tiles = new Map();
  let replaced = 0;
  for (let from = 0; from < size && findings.length < mostFindings; from += atOnce) {
    const to = Math.min(from + atOnce, size);
    const entries = await readEntries(ctx, from, to);
    if (entries.length !== to - from) {
      const at = entries.findIndex(({ index }, place) => index !== from + place);
      const index = at < 0 ? from + entries.length : from + at;
      return { size, replaced, findings: [...findings, { fault: 'entry-changed', index, eventId: null }] };
    }
    replaced += entries.filter(({ eventId }) => eventId === null).length;
    findings.push(...(await faultsOfEntries(ctx, entries)));
    const leaves = entries.map(({ commitment }) => leafHash(Buffer.from(commitment, 'base64')));
    const grown = appendLeaves({ size: from, leaves }, (place) => tiles.get(keyOfTile(place)) ?? []);
    findings.push(...(await faultsOfTiles(ctx, [...grown.values()])));
    for (const [name, tile] of grown) tiles.set(name, tile.hashes);
    for (const { level, index } of grown.values()) tiles.delete(keyOfTile({ level, index: index - 1 }));
    await ctx.giveWay();
  }
  if (head) findings.push(...(await faultOfHead(ctx, head, tiles)));
  findings.push(...(await eventsNotEntered(ctx)));
  return { size, replaced, findings: findings.slice(0, mostFindings) };
}

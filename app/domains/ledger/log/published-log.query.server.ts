import type { ReadContext } from '../../context';
import { contentOfEvent, saltOf } from '../rules/event-entry';
import { writeBundle } from '../rules/tiles/entry-bundle';
import { readTilePath, tileWidth } from '../rules/tiles/tile-path';
import type { Tile } from '../rules/tiles/tile-path';
import { hashBytes } from '../rules/tree/hashes';
import { hashOfNodes, nodesOfInclusion } from '../rules/tree/nodes';
import { mayReadWhole } from '../named-in-events.server';
import { hashesOfNodes } from './kept-tiles.server';
import { publicLogKeyText } from './log-key.server';

/** The newest head; null before the first. */
function newestHead({ database }: ReadContext) {
  return database.read.logHead.findFirst({ orderBy: { size: 'desc' } });
}

/** The log's key as verifiers are given it; null before the first head. */
export const logKeyText = ({ database }: ReadContext): Promise<string | null> => publicLogKeyText(database);

async function bundle({ database }: ReadContext, { index, width }: Tile): Promise<Uint8Array | null> {
  const from = index * tileWidth;
  if (from + width > 2 ** 31) return null;
  const entries = await database.read.logEntry.findMany({
    where: { index: { gte: from, lt: from + width } },
    orderBy: { index: 'asc' },
    select: { commitment: true },
  });
  if (entries.length !== width) return null;
  return writeBundle(entries.map(({ commitment }) => Buffer.from(commitment, 'base64')));
}

/** A file of the log by its path, `tile/…`: it never changes. Null where the log has none of that name. */
export async function logFile(ctx: ReadContext, file: string): Promise<Uint8Array | null> {
  const tile = readTilePath(file);
  if (!tile) return null;
  const { level, index, width } = tile;
  if (level === 'entries') return bundle(ctx, tile);
  if (index >= 2 ** 31) return null;
  const row = await ctx.database.read.logTile.findUnique({ where: { level_index: { level, index } } });
  const bytes = width * hashBytes;
  return row && row.hashes.length >= bytes ? row.hashes.subarray(0, bytes) : null;
}

interface Opened {
  content: string;
  salt: string;
}

/**
 * What an entry commits to, where the reader may read all that it names; it is the event as it is now. An entry is opened
 * whole or not at all: without a field it would be another than was entered.
 */
async function openedEntry(
  ctx: ReadContext,
  eventId: string,
  { secret: kept, replaces }: { secret: string | null; replaces: number | null },
): Promise<Opened | null> {
  const event = await ctx.database.read.event.findUnique({ where: { id: eventId } });
  if (!event?.isPublic || kept === null) return null;
  const data = JSON.parse(event.publicData) as Record<string, unknown>;
  if (!(await mayReadWhole(ctx, { ...event, data }))) return null;
  const secret = Buffer.from(kept, 'base64url');
  return {
    content: contentOfEvent(event, { secret, replaces }),
    salt: Buffer.from(saltOf(secret)).toString('base64'),
  };
}

export interface LogProof extends Partial<Opened> {
  form: 'gongzhi-log-proof-1';
  key: string;
  checkpoint: string;
  index: number;
  size: number;
  /** What stands in the log: SHA-256 of salt and content. */
  entry: string;
  hashes: string[];
}

/**
 * That the event's entry stands in the tree of the newest head, and what opens the entry where the reader may read it.
 * Null where no entry stands for an event of that id.
 */
export async function proofOfEvent(ctx: ReadContext, eventId: string): Promise<LogProof | null> {
  const [entry, head, key] = await Promise.all([
    ctx.database.read.logEntry.findUnique({ where: { eventId } }),
    newestHead(ctx),
    logKeyText(ctx),
  ]);
  if (!entry || !head || !key || entry.index >= head.size) return null;
  const nodes = nodesOfInclusion(entry.index, head.size);
  const hashOf = await hashesOfNodes(ctx.database, nodes.flat());
  const hashes = nodes.map((part) => Buffer.from(hashOfNodes(part, hashOf)).toString('base64'));
  const { index, commitment } = entry;
  return {
    ...{ form: 'gongzhi-log-proof-1', key, checkpoint: head.note, index, size: head.size },
    ...{ entry: commitment, hashes },
    ...((await openedEntry(ctx, eventId, entry)) ?? {}),
  };
}

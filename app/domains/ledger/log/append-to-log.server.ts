import { randomBytes } from 'node:crypto';
import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { entryOfEvent } from '../rules/event-entry';
import { signCheckpoint } from '../rules/note/checkpoint';
import type { SigningNoteKey } from '../rules/note/note-key';
import { appendLeaves, keyOfTile } from '../rules/tiles/hash-tiles';
import { leafHash } from '../rules/tree/hashes';
import type { Hash } from '../rules/tree/hashes';
import { signingLogKey } from './log-key.server';
import { readLastTiles, rootFromTiles, writeTile } from './log-tiles.server';
import { lastSequence, markAfter, readMark, runningTransactions, writeMark } from './reading-mark.server';
import { ensureNothingTakenBack, keepSignedHead } from './signed-head.server';

/** Events entered in one transaction: others write in between. */
const batch = 200;
const secretBytes = 32;

/** Whether anything may wait: asked each time, and nothing is written where it does not. */
async function isAnythingDue({ database }: Context): Promise<boolean> {
  const [mark, last, due] = await Promise.all([
    readMark(database.sql),
    lastSequence(database.sql),
    database.read.logDue.findFirst({ select: { eventId: true } }),
  ]);
  return due !== null || last > mark.settled;
}

interface Waiting {
  id: string;
  replaces: number | null;
}

/** Those whose words were taken out first, then what no entry has, in the order of the events. */
async function waitingEvents({ sql, prisma }: TransactionContext, settled: number): Promise<Waiting[]> {
  const due = await prisma.logDue.findMany({ orderBy: { eventId: 'asc' }, take: batch });
  const rewritten = due.map(({ eventId, replaces }) => ({ id: eventId, replaces }));
  if (due.length === batch) return rewritten;
  const fresh = await sql.all<{ id: string }>(
    `SELECT e."id" FROM "Event" e WHERE e."sequence" > ? AND e."isPublic" = ?
       AND NOT EXISTS (SELECT 1 FROM "LogEntry" l WHERE l."eventId" = e."id")
       AND NOT EXISTS (SELECT 1 FROM "LogDue" d WHERE d."eventId" = e."id")
     ORDER BY e."sequence" LIMIT ${batch - due.length}`,
    [settled, true],
  );
  return [...rewritten, ...fresh.map(({ id }) => ({ id, replaces: null }))];
}

/** Holds the events against whoever takes words out of one at the same time: such a one finds the entry then. */
async function holdEvents({ engine, sql }: TransactionContext, ids: readonly string[]): Promise<void> {
  if (engine === 'sqlite' || ids.length === 0) return;
  const places = ids.map(() => '?').join(', ');
  await sql.all(`SELECT "id" FROM "Event" WHERE "id" IN (${places}) ORDER BY "sequence" FOR SHARE`, ids);
}

/** Writes the entries of these events from `size` on; answers their hashes. */
async function writeEntries(
  { prisma }: TransactionContext,
  waiting: readonly Waiting[],
  size: number,
): Promise<Hash[]> {
  const ids = waiting.map(({ id }) => id);
  const events = new Map(
    (await prisma.event.findMany({ where: { id: { in: ids } } })).map((event) => [event.id, event]),
  );
  const rows = waiting.flatMap(({ id, replaces }) => {
    const event = events.get(id);
    if (!event) return [];
    const secret = randomBytes(secretBytes);
    const entry = entryOfEvent(event, { secret, replaces });
    return [{ event, replaces, secret, entry }];
  });
  await prisma.logEntry.createMany({
    data: rows.map(({ event, replaces, secret, entry }, at) => ({
      index: size + at,
      eventId: event.id,
      secret: secret.toString('base64url'),
      commitment: Buffer.from(entry).toString('base64'),
      replaces,
    })),
  });
  await prisma.logDue.deleteMany({ where: { eventId: { in: ids } } });
  return rows.map(({ entry }) => leafHash(entry));
}

/** Grows the tree by these leaves and signs its new head. */
async function growTree(
  ctx: TransactionContext,
  { size, leaves, key }: { size: number; leaves: readonly Hash[]; key: SigningNoteKey },
): Promise<string> {
  const tiles = await readLastTiles(ctx.prisma, size);
  const changed = appendLeaves({ size, leaves }, (place) => tiles.get(keyOfTile(place)) ?? []);
  for (const [name, tile] of changed) {
    tiles.set(name, tile.hashes);
    await writeTile(ctx, tile);
  }
  const head = { origin: key.name, size: size + leaves.length };
  const root = rootFromTiles(tiles, head.size);
  const note = signCheckpoint({ ...head, root }, key);
  const data = { size: head.size, root: Buffer.from(root).toString('base64'), note, at: ctx.clock.now() };
  await ctx.prisma.logHead.create({ data });
  return note;
}

/** Enters what waits, up to a batch. Two processes at once write the same index: one of them is refused. */
async function appendBatch(
  ctx: TransactionContext,
  key: SigningNoteKey,
): Promise<{ note: string | null; isMore: boolean }> {
  const running = await runningTransactions(ctx);
  const mark = await readMark(ctx.sql);
  const last = await lastSequence(ctx.sql);
  const waiting = await waitingEvents(ctx, mark.settled);
  await holdEvents(
    ctx,
    waiting.map(({ id }) => id),
  );
  const newest = await ctx.prisma.logHead.findFirst({ orderBy: { size: 'desc' }, select: { size: true } });
  const size = newest?.size ?? 0;
  const leaves = await writeEntries(ctx, waiting, size);
  const note = leaves.length > 0 || !newest ? await growTree(ctx, { size, leaves, key }) : null;
  const isMore = waiting.length === batch;
  if (!isMore) await writeMark(ctx, markAfter(mark, last, running));
  return { note, isMore };
}

/**
 * Enters every public event that no entry stands for, in the order of the log, and signs a head over them. Nothing of
 * it is done where events are written: it reads them afterwards.
 */
export async function appendToLog(ctx: Context): Promise<void> {
  const key = await signingLogKey(ctx);
  await ensureNothingTakenBack(ctx, key);
  while (await isAnythingDue(ctx)) {
    const { note, isMore } = await inTransaction(ctx, (ctx) => appendBatch(ctx, key));
    if (note !== null) await keepSignedHead(key, note);
    if (!isMore) return;
    await ctx.giveWay();
  }
}

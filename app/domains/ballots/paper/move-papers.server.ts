import { setTimeout as rest } from 'node:timers/promises';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { handedOutMark, sheetReceipt } from './paper-sheet';

const papersACopy = 150;
/** Removing touches pages all over the table: few at a time, so that nobody waits for it. */
const papersARemoval = 60;
const removalsARun = 80;
const removalRestMilliseconds = 10;

/** How many voters have taken a sheet of paper. */
export async function handedOut(ctx: ReadContext, ballotId: string): Promise<number> {
  return ctx.database.read.ballotPaper.count({ where: { ballotId, choice: handedOutMark } });
}

/** How many voters took part: with a vote of their own, or by taking a sheet. Asked while keyed papers are there. */
export async function takenPart(ctx: ReadContext, ballotId: string): Promise<number> {
  return ctx.database.read.ballotPaper.count({ where: { ballotId } });
}

/**
 * Lays the papers of an ended ballot anew, without their keys and in the order of their receipts, so that
 * neither key nor position leads back to a voter; sheets of paper join them under their numbers. In small
 * transactions, because others write meanwhile; doing it again after a break changes nothing.
 */
export async function copyPapersWithoutKeys(ctx: Context, ballotId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const sheets = await ctx.prisma.paperSheet.findMany({ where: { ballotId }, orderBy: { number: 'asc' } });
    for (const { number, choice } of sheets) {
      if (choice === null) continue;
      await ctx.sql.run(
        `INSERT INTO "CountedPaper" ("ballotId", "receipt", "choice") VALUES (?, ?, ?)
         ON CONFLICT ("ballotId", "receipt") DO NOTHING`,
        [ballotId, sheetReceipt(number), choice],
      );
    }
  });
  for (let after = ''; ;) {
    const last = await copySome(ctx, ballotId, after);
    if (last === null) return;
    after = last;
    await ctx.giveWay();
  }
}

/** Answers the last receipt of the part, or null where there are no more. */
async function copySome(ctx: Context, ballotId: string, after: string): Promise<string | null> {
  const rows = await ctx.database.sql.all<{ receipt: string }>(
    `SELECT "receipt" FROM "BallotPaper" WHERE "ballotId" = ? AND "receipt" > ?
     ORDER BY "receipt" LIMIT ${papersACopy}`,
    [ballotId, after],
  );
  const last = rows.at(-1)?.receipt;
  if (last === undefined) return null;
  await inTransaction(ctx, (ctx) =>
    ctx.sql.run(
      `INSERT INTO "CountedPaper" ("ballotId", "receipt", "choice", "personId")
       SELECT "ballotId", "receipt", "choice", "personId" FROM "BallotPaper"
       WHERE "ballotId" = ? AND "receipt" > ? AND "receipt" <= ? AND "choice" <> ?
       ORDER BY "receipt" ON CONFLICT ("ballotId", "receipt") DO NOTHING`,
      [ballotId, after, last, handedOutMark],
    ),
  );
  return last;
}

/**
 * Removes the keyed papers of closed ballots, and all papers of cancelled ones, some thousands a run: their secret is
 * gone since voting ended, and with them goes the order in which they were cast. Answers how many were removed.
 */
export async function removeKeyedPapers(ctx: Context): Promise<number> {
  const over = await ctx.database.sql.all<{ id: string }>(
    `SELECT b."id" FROM "Ballot" b WHERE (b."state" IN ('closed', 'cancelled')
         AND EXISTS (SELECT 1 FROM "BallotPaper" p WHERE p."ballotId" = b."id"))
       OR (b."state" = 'cancelled' AND EXISTS (SELECT 1 FROM "CountedPaper" c WHERE c."ballotId" = b."id"))`,
  );
  let removed = 0;
  for (const { id } of over) removed += await removePapers(ctx, id);
  return removed;
}

/** Some thousands of the papers of one ballot that is over; those counted go only where it was cancelled. */
export async function removePapers(ctx: Context, ballotId: string): Promise<number> {
  let removed = 0;
  for (let run = 0; run < removalsARun; run += 1) {
    const some = await removeSome(ctx, ballotId);
    removed += some;
    if (some === 0) break;
    await ctx.giveWay();
    if (some === papersARemoval) await rest(removalRestMilliseconds);
  }
  return removed;
}

/** Each table by itself, and whether the ballot is over is asked in the statement. */
async function removeSome(ctx: Context, ballotId: string): Promise<number> {
  const remove = (table: 'BallotPaper' | 'CountedPaper', states: readonly string[]) =>
    inTransaction(ctx, (ctx) =>
      ctx.sql.run(
        `DELETE FROM "${table}" WHERE "ballotId" = ? AND "receipt" IN
           (SELECT "receipt" FROM "${table}" WHERE "ballotId" = ? ORDER BY "receipt" LIMIT ${papersARemoval})
         AND EXISTS (SELECT 1 FROM "Ballot" WHERE "id" = ? AND "state" IN (${states.map(() => '?').join(', ')}))`,
        [ballotId, ballotId, ballotId, ...states],
      ),
    );
  const keyed = await remove('BallotPaper', ['closed', 'cancelled']);
  return keyed > 0 ? keyed : remove('CountedPaper', ['cancelled']);
}

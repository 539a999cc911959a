import type { Context } from '../context';
import { handedOutMark, sheetReceipt } from './paper-sheet';

const papersAMove = 1000;

/** How many voters have taken a sheet of paper. */
export async function handedOut(ctx: Context, ballotId: string): Promise<number> {
  return ctx.database.read.ballotPaper.count({ where: { ballotId, choice: handedOutMark } });
}

/**
 * Lays the papers of an ended ballot anew, without their keys and in the order of their receipts, so that
 * neither key nor position leads back to a voter; sheets of paper join them under their numbers. In small
 * transactions, because others write meanwhile; doing it again after a break goes on where it was.
 */
export async function moveCountedPapers(ctx: Context, ballotId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await tx.sql.run('DELETE FROM "BallotPaper" WHERE "ballotId" = ? AND "choice" = ?', [
      ballotId,
      handedOutMark,
    ]);
    const sheets = await tx.prisma.paperSheet.findMany({ where: { ballotId }, orderBy: { number: 'asc' } });
    for (const { number, choice } of sheets) {
      if (choice === null) continue;
      await tx.sql.run(
        `INSERT INTO "CountedPaper" ("ballotId", "receipt", "choice") VALUES (?, ?, ?)
         ON CONFLICT ("ballotId", "receipt") DO NOTHING`,
        [ballotId, sheetReceipt(number), choice],
      );
    }
  });
  while (await moveSome(ctx, ballotId));
}

/** Answers whether there may be more. */
async function moveSome(ctx: Context, ballotId: string): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const [last] = await tx.sql.all<{ receipt: string }>(
      `SELECT "receipt" FROM "BallotPaper" WHERE "ballotId" = ? ORDER BY "receipt" LIMIT 1 OFFSET ${papersAMove - 1}`,
      [ballotId],
    );
    const some = `"ballotId" = ?${last ? ' AND "receipt" <= ?' : ''}`;
    const values = last ? [ballotId, last.receipt] : [ballotId];
    await tx.sql.run(
      `INSERT INTO "CountedPaper" ("ballotId", "receipt", "choice", "personId")
       SELECT "ballotId", "receipt", "choice", "personId" FROM "BallotPaper" WHERE ${some}
       ORDER BY "receipt" ON CONFLICT ("ballotId", "receipt") DO NOTHING`,
      values,
    );
    await tx.sql.run(`DELETE FROM "BallotPaper" WHERE ${some}`, values);
    return last !== undefined;
  });
}

import type { Transaction } from '~/platform/db/database.server';

export interface MovedDiscussion {
  mergeId: string;
  from: { id: string; areaId: string };
  into: { id: string; areaId: string };
}

const threadsOfMerge = `SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'thread'`;

async function countMoved(tx: Transaction, mergeId: string): Promise<number> {
  const [row] = await tx.sql.all<{ count: number | bigint }>(
    `SELECT COUNT(*) AS "count" FROM "Comment" WHERE "removedAt" IS NULL AND "threadId" IN (${threadsOfMerge})`,
    [mergeId],
  );
  return Number(row?.count ?? 0);
}

/** What waits about the moved comments is decided where they stand now. */
async function moveReports(tx: Transaction, mergeId: string, areaId: string): Promise<void> {
  await tx.sql.run(
    `UPDATE "QueueItem" SET "areaId" = ? WHERE "state" = 'open' AND "subjectKind" = 'comment'
       AND "subjectId" IN (SELECT "id" FROM "Comment" WHERE "threadId" IN (${threadsOfMerge}))`,
    [areaId, mergeId],
  );
}

/** Threads of a merged proposal go on under the other; each comment says where it came from first. */
export async function moveComments(
  tx: Transaction,
  { mergeId, from, into }: MovedDiscussion,
): Promise<number> {
  await tx.sql.run(
    `INSERT INTO "MovedByMerge" ("mergeId", "kind", "itemId", "originId")
     SELECT ?, 'thread', "id", "originId" FROM "Comment"
     WHERE "subjectKind" = 'proposal' AND "subjectId" = ? AND "parentId" IS NULL`,
    [mergeId, from.id],
  );
  await tx.sql.run(
    `UPDATE "Comment" SET "subjectId" = ?, "areaId" = ?, "originId" = COALESCE("originId", ?)
     WHERE "threadId" IN (${threadsOfMerge})`,
    [into.id, into.areaId, from.id, mergeId],
  );
  await moveReports(tx, mergeId, into.areaId);
  return countMoved(tx, mergeId);
}

/** Threads that a merge moved go back, with the answers that they got meanwhile. */
export async function moveCommentsBack(tx: Transaction, { mergeId, from }: MovedDiscussion): Promise<number> {
  await tx.sql.run(
    `UPDATE "Comment" SET "subjectId" = ?, "areaId" = ?, "originId" =
       (SELECT "m"."originId" FROM "MovedByMerge" AS "m"
        WHERE "m"."mergeId" = ? AND "m"."kind" = 'thread' AND "m"."itemId" = "Comment"."threadId")
     WHERE "threadId" IN (${threadsOfMerge})`,
    [from.id, from.areaId, mergeId, mergeId],
  );
  await moveReports(tx, mergeId, from.areaId);
  return countMoved(tx, mergeId);
}

import type { Transaction } from '~/platform/db/database.server';

export interface MergedPair {
  mergeId: string;
  from: { id: string; areaId: string };
  into: { id: string; areaId: string; authorId: string };
}

/** The rows of the one stay as they are; the other gets copies of those that it lacks, each on record. */
const copies = {
  endorsement: {
    record: `INSERT INTO "MovedByMerge" ("mergeId", "kind", "itemId")
      SELECT ?, 'endorsement', "personId" FROM "Endorsement" WHERE "proposalId" = ? AND "personId" <> ?
      AND "personId" NOT IN (SELECT "personId" FROM "Endorsement" WHERE "proposalId" = ?)`,
    copy: `INSERT INTO "Endorsement" ("proposalId", "personId", "createdAt")
      SELECT ?, "personId", "createdAt" FROM "Endorsement" WHERE "proposalId" = ? AND "personId" IN
      (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'endorsement')`,
    takeBack: `DELETE FROM "Endorsement" WHERE "proposalId" = ? AND "personId" IN
      (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'endorsement')`,
  },
  follow: {
    record: `INSERT INTO "MovedByMerge" ("mergeId", "kind", "itemId")
      SELECT ?, 'follow', "personId" FROM "Follow" WHERE "subjectKind" = 'proposal' AND "subjectId" = ?
      AND "personId" NOT IN
      (SELECT "personId" FROM "Follow" WHERE "subjectKind" = 'proposal' AND "subjectId" = ?)`,
    copy: `INSERT INTO "Follow" ("subjectId", "personId", "subjectKind", "createdAt")
      SELECT ?, "personId", "subjectKind", "createdAt" FROM "Follow"
      WHERE "subjectKind" = 'proposal' AND "subjectId" = ? AND "personId" IN
      (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'follow')`,
    takeBack: `DELETE FROM "Follow" WHERE "subjectKind" = 'proposal' AND "subjectId" = ? AND "personId" IN
      (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'follow')`,
  },
} as const;

/**
 * Lets the endorsements and followers of the one count for the other too, each person once; its author, who may
 * not endorse the own proposal, is left out. Answers how many endorsements came.
 */
export async function addSupport(tx: Transaction, { mergeId, from, into }: MergedPair): Promise<number> {
  await tx.sql.run(copies.endorsement.record, [mergeId, from.id, into.authorId, into.id]);
  const endorsements = await tx.sql.run(copies.endorsement.copy, [into.id, from.id, mergeId]);
  await tx.sql.run(copies.follow.record, [mergeId, from.id, into.id]);
  await tx.sql.run(copies.follow.copy, [into.id, from.id, mergeId]);
  return endorsements;
}

const passed = `UPDATE "MovedByMerge" SET "mergeId" = ? WHERE "mergeId" = ? AND "kind" = ? AND "itemId" IN`;

/** Who stood behind another merged proposal as well goes on counting through that one. */
async function passOn(tx: Transaction, { mergeId, into }: MergedPair): Promise<void> {
  const others = await tx.prisma.proposalMerge.findMany({
    where: { intoId: into.id, undoneAt: null, id: { not: mergeId } },
    select: { id: true, fromId: true },
  });
  for (const { id, fromId } of others) {
    await tx.sql.run(
      `${passed} (SELECT "personId" FROM "Endorsement" WHERE "proposalId" = ?)
      AND "itemId" NOT IN (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = ?)`,
      [id, mergeId, 'endorsement', fromId, id, 'endorsement'],
    );
    await tx.sql.run(
      `${passed} (SELECT "personId" FROM "Follow" WHERE "subjectKind" = 'proposal' AND "subjectId" = ?)
       AND "itemId" NOT IN (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = ?)`,
      [id, mergeId, 'follow', fromId, id, 'follow'],
    );
  }
}

/** Takes away what `addSupport` added and nobody has taken back since. Answers how many endorsements went. */
export async function takeSupportBack(tx: Transaction, pair: MergedPair): Promise<number> {
  const { mergeId, into } = pair;
  await passOn(tx, pair);
  await tx.sql.run(copies.follow.takeBack, [into.id, mergeId]);
  return tx.sql.run(copies.endorsement.takeBack, [into.id, mergeId]);
}

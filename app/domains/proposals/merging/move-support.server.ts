import { copyFollowers, followersOf, unfollowTogether } from '../../notifications/index.server';
import type { Transaction } from '~/platform/db/database.server';

export interface MergedPair {
  mergeId: string;
  from: { id: string; areaId: string };
  into: { id: string; areaId: string; authorId: string };
}

/** The rows of the one stay as they are; the other gets copies of those that it lacks, each on record. */
const endorsements = {
  record: `INSERT INTO "MovedByMerge" ("mergeId", "kind", "itemId")
    SELECT ?, 'endorsement', "personId" FROM "Endorsement" WHERE "proposalId" = ? AND "personId" <> ?
    AND "personId" NOT IN (SELECT "personId" FROM "Endorsement" WHERE "proposalId" = ?)`,
  copy: `INSERT INTO "Endorsement" ("proposalId", "personId", "createdAt")
    SELECT ?, "personId", "createdAt" FROM "Endorsement" WHERE "proposalId" = ? AND "personId" IN
    (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'endorsement')`,
  takeBack: `DELETE FROM "Endorsement" WHERE "proposalId" = ? AND "personId" IN
    (SELECT "itemId" FROM "MovedByMerge" WHERE "mergeId" = ? AND "kind" = 'endorsement')`,
} as const;

const followed = (proposal: { id: string }) => ({ subjectKind: 'proposal', subjectId: proposal.id });

/** What of a kind a merge has moved and nobody has passed on or taken back since. */
async function movedBy(tx: Transaction, mergeId: string, kind: 'follow'): Promise<string[]> {
  const rows = await tx.prisma.movedByMerge.findMany({ where: { mergeId, kind }, select: { itemId: true } });
  return rows.map(({ itemId }) => itemId);
}

/**
 * Lets the endorsements and followers of the one count for the other too, each person once; its author, who may
 * not endorse the own proposal, is left out. Answers how many endorsements came.
 */
export async function addSupport(tx: Transaction, { mergeId, from, into }: MergedPair): Promise<number> {
  await tx.sql.run(endorsements.record, [mergeId, from.id, into.authorId, into.id]);
  const added = await tx.sql.run(endorsements.copy, [into.id, from.id, mergeId]);
  const followers = await copyFollowers(tx, followed(from), followed(into));
  if (followers.length > 0)
    await tx.prisma.movedByMerge.createMany({
      data: followers.map((itemId) => ({ mergeId, kind: 'follow', itemId })),
    });
  return added;
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
    const alsoThere = new Set(await movedBy(tx, id, 'follow'));
    const followers = await followersOf(tx, followed({ id: fromId }));
    const where = {
      mergeId,
      kind: 'follow',
      itemId: { in: followers.filter((personId) => !alsoThere.has(personId)) },
    };
    await tx.prisma.movedByMerge.updateMany({ where, data: { mergeId: id } });
  }
}

/** Takes away what `addSupport` added and nobody has taken back since. Answers how many endorsements went. */
export async function takeSupportBack(tx: Transaction, pair: MergedPair): Promise<number> {
  const { mergeId, into } = pair;
  await passOn(tx, pair);
  await unfollowTogether(tx, followed(into), await movedBy(tx, mergeId, 'follow'));
  return tx.sql.run(endorsements.takeBack, [into.id, mergeId]);
}

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN "mergedIntoId" TEXT;

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "CommentSupport";
PRAGMA foreign_keys=on;

-- CreateTable
CREATE TABLE "CommentVote" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "supports" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "personId"),
    CONSTRAINT "CommentVote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentVersion" (
    "commentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "version"),
    CONSTRAINT "CommentVersion_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("commentId", "personId"),
    CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DiscussionSummary" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("subjectKind", "subjectId", "version")
);

-- CreateTable
CREATE TABLE "ProposalMerge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mergedBy" TEXT NOT NULL,
    "mergedAt" DATETIME NOT NULL,
    "undoUntil" DATETIME NOT NULL,
    "fromState" TEXT NOT NULL,
    "fromDeadlineAt" DATETIME,
    "intoState" TEXT NOT NULL,
    "intoDeadlineAt" DATETIME,
    "intoStateAfter" TEXT NOT NULL,
    "undoneBy" TEXT,
    "undoneAt" DATETIME,
    "undoneReason" TEXT
);

-- CreateTable
CREATE TABLE "MovedByMerge" (
    "mergeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "originId" TEXT,

    PRIMARY KEY ("mergeId", "kind", "itemId"),
    CONSTRAINT "MovedByMerge_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "ProposalMerge" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "parentId" TEXT,
    "threadId" TEXT NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "stance" TEXT,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "quote" TEXT,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "areaId" TEXT NOT NULL,
    "originId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "opposeCount" INTEGER NOT NULL DEFAULT 0,
    "merit" INTEGER NOT NULL DEFAULT 0,
    "controversy" INTEGER NOT NULL DEFAULT 0,
    "answerCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "removedAt" DATETIME,
    "hiddenAt" DATETIME,
    "hiddenReason" TEXT
);
INSERT INTO "new_Comment" ("areaId", "authorId", "body", "bodyHtml", "createdAt", "depth", "editedAt", "hiddenAt", "hiddenReason", "id", "organisationId", "parentId", "removedAt", "subjectId", "subjectKind", "supportCount", "threadId") SELECT "areaId", "authorId", "body", "bodyHtml", "createdAt", "depth", "editedAt", "hiddenAt", "hiddenReason", "id", "organisationId", "parentId", "removedAt", "subjectId", "subjectKind", "supportCount", "threadId" FROM "Comment";
DROP TABLE "Comment";
ALTER TABLE "new_Comment" RENAME TO "Comment";
CREATE INDEX "Comment_subjectKind_subjectId_threadId_id_idx" ON "Comment"("subjectKind", "subjectId", "threadId", "id");
CREATE INDEX "Comment_subjectKind_subjectId_parentId_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "id");
CREATE INDEX "Comment_subjectKind_subjectId_parentId_supportCount_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "supportCount", "id");
CREATE INDEX "Comment_subjectKind_subjectId_parentId_controversy_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "controversy", "id");
CREATE INDEX "Comment_subjectKind_subjectId_stance_merit_id_idx" ON "Comment"("subjectKind", "subjectId", "stance", "merit", "id");
CREATE INDEX "Comment_threadId_id_idx" ON "Comment"("threadId", "id");
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CommentVote_personId_idx" ON "CommentVote"("personId");

-- CreateIndex
CREATE INDEX "ProposalMerge_intoId_idx" ON "ProposalMerge"("intoId");

-- CreateIndex
CREATE INDEX "ProposalMerge_fromId_idx" ON "ProposalMerge"("fromId");

-- CreateIndex
CREATE INDEX "Proposal_mergedIntoId_idx" ON "Proposal"("mergedIntoId");

-- Comments from before count their answers too.
UPDATE "Comment" SET "answerCount" = (SELECT COUNT(*) FROM "Comment" AS "a" WHERE "a"."threadId" = "Comment"."id" AND "a"."id" <> "Comment"."id") WHERE "parentId" IS NULL;

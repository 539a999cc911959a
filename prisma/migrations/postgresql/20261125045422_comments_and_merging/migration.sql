-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "answerCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "controversy" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "merit" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "opposeCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "originId" TEXT,
ADD COLUMN     "quote" TEXT,
ADD COLUMN     "stance" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "mergedIntoId" TEXT;

-- DropTable
DROP TABLE "CommentSupport";

-- CreateTable
CREATE TABLE "CommentVote" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "supports" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentVote_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "CommentVersion" (
    "commentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentVersion_pkey" PRIMARY KEY ("commentId","version")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "DiscussionSummary" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DiscussionSummary_pkey" PRIMARY KEY ("subjectKind","subjectId","version")
);

-- CreateTable
CREATE TABLE "ProposalMerge" (
    "id" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mergedBy" TEXT NOT NULL,
    "mergedAt" TIMESTAMP(3) NOT NULL,
    "undoUntil" TIMESTAMP(3) NOT NULL,
    "fromState" TEXT NOT NULL,
    "fromDeadlineAt" TIMESTAMP(3),
    "intoState" TEXT NOT NULL,
    "intoDeadlineAt" TIMESTAMP(3),
    "intoStateAfter" TEXT NOT NULL,
    "undoneBy" TEXT,
    "undoneAt" TIMESTAMP(3),
    "undoneReason" TEXT,

    CONSTRAINT "ProposalMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MovedByMerge" (
    "mergeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "originId" TEXT,

    CONSTRAINT "MovedByMerge_pkey" PRIMARY KEY ("mergeId","kind","itemId")
);

-- CreateIndex
CREATE INDEX "CommentVote_personId_idx" ON "CommentVote"("personId");

-- CreateIndex
CREATE INDEX "ProposalMerge_intoId_idx" ON "ProposalMerge"("intoId");

-- CreateIndex
CREATE INDEX "ProposalMerge_fromId_idx" ON "ProposalMerge"("fromId");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_supportCount_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "supportCount", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_controversy_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "controversy", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_stance_merit_id_idx" ON "Comment"("subjectKind", "subjectId", "stance", "merit", "id");

-- CreateIndex
CREATE INDEX "Comment_threadId_id_idx" ON "Comment"("threadId", "id");

-- CreateIndex
CREATE INDEX "Proposal_mergedIntoId_idx" ON "Proposal"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "CommentVote" ADD CONSTRAINT "CommentVote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentVersion" ADD CONSTRAINT "CommentVersion_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MovedByMerge" ADD CONSTRAINT "MovedByMerge_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "ProposalMerge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Comments from before count their answers too.
UPDATE "Comment" SET "answerCount" = (SELECT COUNT(*) FROM "Comment" AS "a" WHERE "a"."threadId" = "Comment"."id" AND "a"."id" <> "Comment"."id") WHERE "parentId" IS NULL;

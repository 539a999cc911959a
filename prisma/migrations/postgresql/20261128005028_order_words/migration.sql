-- An order says of which matter its words may be; a link says its feedback to queries.
ALTER TABLE "WorkOrder" ADD COLUMN "wordsOfFeedbackId" TEXT, ADD COLUMN "wordsOfProposalId" TEXT;
-- A column that a generated one reads cannot be given its order of characters afterwards.
ALTER TABLE "WorkOrderLink" ALTER COLUMN "subjectKind" TYPE TEXT COLLATE "C", ALTER COLUMN "subjectId" TYPE TEXT COLLATE "C";
ALTER TABLE "WorkOrderLink" ADD COLUMN "feedbackId" TEXT COLLATE "C"
  GENERATED ALWAYS AS (CASE WHEN "subjectKind" = 'feedback' THEN "subjectId" END) STORED;

CREATE INDEX "WorkOrderLink_feedbackId_idx" ON "WorkOrderLink"("feedbackId");

-- Orders of before: the first matter that was hung on an order after it was registered is the one that it was made of.
UPDATE "WorkOrder" SET
  "wordsOfFeedbackId" = (SELECT CASE WHEN l."subjectKind" = 'feedback' THEN l."subjectId" END FROM "WorkOrderLink" l
    WHERE l."workOrderId" = "WorkOrder"."id" AND l."createdAt" >= "WorkOrder"."createdAt"
    ORDER BY l."createdAt", l."subjectKind", l."subjectId" LIMIT 1),
  "wordsOfProposalId" = (SELECT CASE WHEN l."subjectKind" = 'proposal' THEN l."subjectId" END FROM "WorkOrderLink" l
    WHERE l."workOrderId" = "WorkOrder"."id" AND l."createdAt" >= "WorkOrder"."createdAt"
    ORDER BY l."createdAt", l."subjectKind", l."subjectId" LIMIT 1);

-- Merging and splitting took the matters away or brought others: words that are a matter's that is not public are known again.
UPDATE "WorkOrder" SET "wordsOfFeedbackId" = (SELECT f."id" FROM "Feedback" f
    WHERE f."title" = "WorkOrder"."title" AND (NOT f."isPublic" OR f."hiddenAt" IS NOT NULL) ORDER BY f."id" LIMIT 1)
  WHERE ("mergedIntoId" IS NOT NULL OR "splitFromId" IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "Feedback" f
      WHERE f."title" = "WorkOrder"."title" AND (NOT f."isPublic" OR f."hiddenAt" IS NOT NULL));
UPDATE "WorkOrder" SET "wordsOfFeedbackId" = (SELECT f."id" FROM "Feedback" f
    WHERE f."body" = "WorkOrder"."description" AND (NOT f."isPublic" OR f."hiddenAt" IS NOT NULL) ORDER BY f."id" LIMIT 1)
  WHERE ("mergedIntoId" IS NOT NULL OR "splitFromId" IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "Feedback" f
      WHERE f."body" = "WorkOrder"."description" AND (NOT f."isPublic" OR f."hiddenAt" IS NOT NULL));

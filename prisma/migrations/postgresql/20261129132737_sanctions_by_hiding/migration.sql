-- DropIndex
DROP INDEX "Sanction_openKey_key";

-- AlterTable
ALTER TABLE "Sanction" DROP COLUMN "openKey",
ADD COLUMN     "hidingId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Sanction_hidingId_key" ON "Sanction"("hidingId");

-- The hiding for which each was given: the last one before it. Of several for one thing the newest holds it.
UPDATE "Sanction" SET "hidingId" = (
  SELECT q."id" FROM "QueueItem" q
  WHERE q."subjectKind" = "Sanction"."subjectKind" AND q."subjectId" = "Sanction"."subjectId"
    AND q."decision" = 'hidden' AND q."decidedAt" <= "Sanction"."createdAt"
  ORDER BY q."decidedAt" DESC, q."id" DESC LIMIT 1)
WHERE "id" IN (SELECT MAX(s."id") FROM "Sanction" s GROUP BY s."subjectKind", s."subjectId");

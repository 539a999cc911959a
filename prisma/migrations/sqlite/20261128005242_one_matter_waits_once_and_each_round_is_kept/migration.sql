-- DropIndex
DROP INDEX "QueueItem_kind_subjectKind_subjectId_state_createdAt_key";

-- AlterTable
ALTER TABLE "QueueItem" ADD COLUMN "openKey" TEXT;

-- What was put into the queue twice at the same moment waits once: the first row stays, with its key.
DELETE FROM "QueueItem" WHERE "state" = 'open' AND "id" NOT IN (
  SELECT MIN("id") FROM "QueueItem" WHERE "state" = 'open' GROUP BY "kind", "subjectKind", "subjectId");
UPDATE "QueueItem" SET "openKey" = "kind" || ':' || "subjectKind" || ':' || "subjectId" WHERE "state" = 'open';


-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "WorkOrderNumber" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "WorkOrderReport" (
    "workOrderId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "report" TEXT NOT NULL,
    "reportHtml" TEXT NOT NULL,
    "measures" TEXT,
    "reportedBy" TEXT,
    "organisationId" TEXT,
    "reportedAt" DATETIME NOT NULL,

    PRIMARY KEY ("workOrderId", "round"),
    CONSTRAINT "WorkOrderReport_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "QueueItem_openKey_key" ON "QueueItem"("openKey");

-- Numbers go on where they are.
INSERT INTO "WorkOrderNumber" ("day", "last")
  SELECT substr("number", 3, 8), MAX(CAST(substr("number", 11) AS INTEGER)) FROM "WorkOrder"
  WHERE "number" GLOB 'GZ[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' GROUP BY substr("number", 3, 8);

-- Reports that stand: of the second round where the order was reopened and reported again. The first of those was
-- overwritten and is lost; its pictures cannot be told from those of the second.
INSERT INTO "WorkOrderReport" ("workOrderId", "round", "report", "reportHtml", "measures", "reportedBy", "organisationId", "reportedAt")
  SELECT w."id", CASE WHEN w."doneAt" IS NULL THEN 1 ELSE w."reopenedCount" + 1 END,
    w."report", COALESCE(w."reportHtml", ''), w."measures",
    (SELECT e."actorPersonId" FROM "Event" e WHERE e."sequence" = (SELECT MAX(d."sequence") FROM "Event" d
      WHERE d."subjectKind" = 'work-order' AND d."subjectId" = w."id" AND d."type" = 'work-order.done')),
    w."departmentId",
    COALESCE(w."doneAt", (SELECT MAX(d."at") FROM "Event" d WHERE d."subjectKind" = 'work-order'
      AND d."subjectId" = w."id" AND d."type" = 'work-order.done'), w."updatedAt")
  FROM "WorkOrder" w WHERE w."report" IS NOT NULL;

UPDATE "Attachment" SET "subjectKind" = "subjectKind" || '-2' WHERE "subjectKind" IN ('work-order-before', 'work-order-after')
  AND "subjectId" IN (SELECT "workOrderId" FROM "WorkOrderReport" WHERE "round" = 2);

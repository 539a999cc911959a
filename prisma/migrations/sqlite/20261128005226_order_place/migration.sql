-- AlterTable
ALTER TABLE "WorkOrder" ADD COLUMN "place" TEXT;

-- Orders take the place of the public matter that they were made of.
UPDATE "WorkOrder" SET
  "latitude" = (SELECT p."latitude" FROM "WorkOrderLink" l JOIN "Proposal" p ON p."id" = l."subjectId" WHERE l."workOrderId" = "WorkOrder"."id" AND l."subjectKind" = 'proposal' AND p."hiddenAt" IS NULL AND p."latitude" IS NOT NULL ORDER BY l."createdAt", l."subjectId" LIMIT 1),
  "longitude" = (SELECT p."longitude" FROM "WorkOrderLink" l JOIN "Proposal" p ON p."id" = l."subjectId" WHERE l."workOrderId" = "WorkOrder"."id" AND l."subjectKind" = 'proposal' AND p."hiddenAt" IS NULL AND p."latitude" IS NOT NULL ORDER BY l."createdAt", l."subjectId" LIMIT 1)
WHERE "latitude" IS NULL;
UPDATE "WorkOrder" SET
  "latitude" = (SELECT f."latitude" FROM "WorkOrderLink" l JOIN "Feedback" f ON f."id" = l."subjectId" WHERE l."workOrderId" = "WorkOrder"."id" AND l."subjectKind" = 'feedback' AND f."isPublic" AND f."hiddenAt" IS NULL AND f."latitude" IS NOT NULL ORDER BY l."createdAt", l."subjectId" LIMIT 1),
  "longitude" = (SELECT f."longitude" FROM "WorkOrderLink" l JOIN "Feedback" f ON f."id" = l."subjectId" WHERE l."workOrderId" = "WorkOrder"."id" AND l."subjectKind" = 'feedback' AND f."isPublic" AND f."hiddenAt" IS NULL AND f."latitude" IS NOT NULL ORDER BY l."createdAt", l."subjectId" LIMIT 1)
WHERE "latitude" IS NULL;

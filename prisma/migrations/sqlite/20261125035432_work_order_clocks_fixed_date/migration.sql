-- DropIndex
DROP INDEX "WorkOrderClock_endedAt_dueAt_idx";

-- AlterTable
ALTER TABLE "WorkOrderClock" ADD COLUMN "fixedDueAt" DATETIME;
ALTER TABLE "WorkOrderClock" ADD COLUMN "nextStepAt" DATETIME;

-- CreateIndex
CREATE INDEX "WorkOrderClock_endedAt_nextStepAt_idx" ON "WorkOrderClock"("endedAt", "nextStepAt");

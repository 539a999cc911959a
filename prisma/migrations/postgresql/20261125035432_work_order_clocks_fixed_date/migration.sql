-- DropIndex
DROP INDEX "WorkOrderClock_endedAt_dueAt_idx";

-- AlterTable
ALTER TABLE "WorkOrderClock" ADD COLUMN     "fixedDueAt" TIMESTAMP(3),
ADD COLUMN     "nextStepAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "WorkOrderClock_endedAt_nextStepAt_idx" ON "WorkOrderClock"("endedAt", "nextStepAt");

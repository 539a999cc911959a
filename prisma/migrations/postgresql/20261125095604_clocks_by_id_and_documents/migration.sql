-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "name" TEXT;

-- CreateIndex
CREATE INDEX "WorkOrderClock_endedAt_id_idx" ON "WorkOrderClock"("endedAt", "id");

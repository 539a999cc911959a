-- AlterTable
ALTER TABLE "Area" ADD COLUMN "closedAt" DATETIME;
ALTER TABLE "Area" ADD COLUMN "successorId" TEXT;

-- CreateIndex
CREATE INDEX "Area_successorId_idx" ON "Area"("successorId");

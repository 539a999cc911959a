-- AlterTable
ALTER TABLE "Area" ADD COLUMN     "closedAt" TIMESTAMP(3),
ADD COLUMN     "successorId" TEXT;

-- CreateIndex
CREATE INDEX "Area_successorId_idx" ON "Area"("successorId");

-- AlterTable
ALTER TABLE "WorkOrder" ADD COLUMN     "isConfidential" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "CallBack" ADD COLUMN     "callerId" TEXT,
ADD COLUMN     "recordedBy" TEXT,
ALTER COLUMN "personId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "WorkOrderCaller" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "sealedContact" TEXT,
    "hasPhone" BOOLEAN NOT NULL,
    "takenBy" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkOrderCaller_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WorkOrderCaller_workOrderId_idx" ON "WorkOrderCaller"("workOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "CallBack_workOrderId_callerId_round_key" ON "CallBack"("workOrderId", "callerId", "round");

-- AddForeignKey
ALTER TABLE "WorkOrderCaller" ADD CONSTRAINT "WorkOrderCaller_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

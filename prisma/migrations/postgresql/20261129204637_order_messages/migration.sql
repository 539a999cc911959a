-- CreateTable
CREATE TABLE "OrderMessage" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "askerId" TEXT NOT NULL,
    "fromAsker" BOOLEAN NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OrderMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OrderMessage_workOrderId_askerId_id_idx" ON "OrderMessage"("workOrderId", "askerId", "id");

-- CreateIndex
CREATE INDEX "OrderMessage_askerId_idx" ON "OrderMessage"("askerId");

-- AddForeignKey
ALTER TABLE "OrderMessage" ADD CONSTRAINT "OrderMessage_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

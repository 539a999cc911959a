-- CreateTable
CREATE TABLE "OrderMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "askerId" TEXT NOT NULL,
    "fromAsker" BOOLEAN NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OrderMessage_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "OrderMessage_workOrderId_askerId_id_idx" ON "OrderMessage"("workOrderId", "askerId", "id");

-- CreateIndex
CREATE INDEX "OrderMessage_askerId_idx" ON "OrderMessage"("askerId");

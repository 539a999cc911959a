-- CreateTable
CREATE TABLE "MapLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "geometry" TEXT NOT NULL,
    "west" REAL NOT NULL,
    "south" REAL NOT NULL,
    "east" REAL NOT NULL,
    "north" REAL NOT NULL
);

-- CreateIndex
CREATE INDEX "MapLine_south_idx" ON "MapLine"("south");

-- CreateIndex
CREATE INDEX "Feedback_latitude_idx" ON "Feedback"("latitude");

-- CreateIndex
CREATE INDEX "Proposal_latitude_idx" ON "Proposal"("latitude");

-- CreateIndex
CREATE INDEX "WorkOrder_latitude_idx" ON "WorkOrder"("latitude");

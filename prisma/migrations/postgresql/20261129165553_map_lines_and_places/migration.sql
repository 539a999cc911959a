-- CreateTable
CREATE TABLE "MapLine" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "geometry" TEXT NOT NULL,
    "west" DOUBLE PRECISION NOT NULL,
    "south" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "MapLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MapLine_south_idx" ON "MapLine"("south");

-- CreateIndex
CREATE INDEX "Feedback_latitude_idx" ON "Feedback"("latitude");

-- CreateIndex
CREATE INDEX "Proposal_latitude_idx" ON "Proposal"("latitude");

-- CreateIndex
CREATE INDEX "WorkOrder_latitude_idx" ON "WorkOrder"("latitude");

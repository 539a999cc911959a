-- CreateTable
CREATE TABLE "BallotDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ballotId" TEXT,
    "createdBy" TEXT NOT NULL,
    "sealedFields" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "BallotDraft_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BallotDraft_createdBy_updatedAt_idx" ON "BallotDraft"("createdBy", "updatedAt");

-- CreateIndex
CREATE INDEX "BallotDraft_updatedAt_idx" ON "BallotDraft"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "BallotDraft_ballotId_createdBy_key" ON "BallotDraft"("ballotId", "createdBy");

-- CreateTable
CREATE TABLE "BallotDraft" (
    "id" TEXT NOT NULL,
    "ballotId" TEXT,
    "createdBy" TEXT NOT NULL,
    "sealedFields" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BallotDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BallotDraft_createdBy_updatedAt_idx" ON "BallotDraft"("createdBy", "updatedAt");

-- CreateIndex
CREATE INDEX "BallotDraft_updatedAt_idx" ON "BallotDraft"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "BallotDraft_ballotId_createdBy_key" ON "BallotDraft"("ballotId", "createdBy");

-- AddForeignKey
ALTER TABLE "BallotDraft" ADD CONSTRAINT "BallotDraft_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

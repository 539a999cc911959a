-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "entrustedCount" INTEGER;

-- CreateTable
CREATE TABLE "EntrustedVote" (
    "id" TEXT NOT NULL,
    "ballotId" TEXT NOT NULL,
    "fromPersonId" TEXT NOT NULL,
    "toPersonId" TEXT,
    "state" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "currentKey" TEXT,
    "offeredAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "EntrustedVote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EntrustedVote_code_key" ON "EntrustedVote"("code");

-- CreateIndex
CREATE UNIQUE INDEX "EntrustedVote_currentKey_key" ON "EntrustedVote"("currentKey");

-- CreateIndex
CREATE INDEX "EntrustedVote_ballotId_fromPersonId_idx" ON "EntrustedVote"("ballotId", "fromPersonId");

-- CreateIndex
CREATE INDEX "EntrustedVote_ballotId_toPersonId_idx" ON "EntrustedVote"("ballotId", "toPersonId");

-- CreateIndex
CREATE INDEX "EntrustedVote_fromPersonId_idx" ON "EntrustedVote"("fromPersonId");

-- CreateIndex
CREATE INDEX "EntrustedVote_toPersonId_idx" ON "EntrustedVote"("toPersonId");

-- AddForeignKey
ALTER TABLE "EntrustedVote" ADD CONSTRAINT "EntrustedVote_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

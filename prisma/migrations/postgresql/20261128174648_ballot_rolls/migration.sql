-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "presentCount" INTEGER,
ADD COLUMN     "rollCorrections" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "RollLine" (
    "id" TEXT NOT NULL,
    "ballotId" TEXT NOT NULL,
    "sealedPerson" TEXT NOT NULL,
    "identityKey" TEXT NOT NULL,
    "householdKey" TEXT,
    "personId" TEXT,
    "joinedBy" TEXT,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "addedReason" TEXT,
    "struckBy" TEXT,
    "struckAt" TIMESTAMP(3),
    "struckReason" TEXT,
    "isCorrection" BOOLEAN NOT NULL DEFAULT false,
    "confirmedBy" TEXT,

    CONSTRAINT "RollLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RollLine_ballotId_id_idx" ON "RollLine"("ballotId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RollLine_ballotId_identityKey_key" ON "RollLine"("ballotId", "identityKey");

-- CreateIndex
CREATE UNIQUE INDEX "RollLine_ballotId_personId_key" ON "RollLine"("ballotId", "personId");

-- AddForeignKey
ALTER TABLE "RollLine" ADD CONSTRAINT "RollLine_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "RollLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ballotId" TEXT NOT NULL,
    "sealedPerson" TEXT NOT NULL,
    "identityKey" TEXT NOT NULL,
    "householdKey" TEXT,
    "personId" TEXT,
    "joinedBy" TEXT,
    "addedBy" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedReason" TEXT,
    "struckBy" TEXT,
    "struckAt" DATETIME,
    "struckReason" TEXT,
    "isCorrection" BOOLEAN NOT NULL DEFAULT false,
    "confirmedBy" TEXT,
    CONSTRAINT "RollLine_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN "rollCorrections" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Ballot" ADD COLUMN "presentCount" INTEGER;

-- CreateIndex
CREATE INDEX "RollLine_ballotId_id_idx" ON "RollLine"("ballotId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RollLine_ballotId_identityKey_key" ON "RollLine"("ballotId", "identityKey");

-- CreateIndex
CREATE UNIQUE INDEX "RollLine_ballotId_personId_key" ON "RollLine"("ballotId", "personId");

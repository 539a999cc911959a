-- AlterTable
ALTER TABLE "Person" ADD COLUMN "guardianAgreedAt" DATETIME;

-- AlterTable
ALTER TABLE "PendingRegistration" ADD COLUMN "guardianAgreedAt" DATETIME;
ALTER TABLE "PendingRegistration" ADD COLUMN "guardianEmail" TEXT;
ALTER TABLE "PendingRegistration" ADD COLUMN "guardianHash" TEXT;

-- CreateTable
CREATE TABLE "ConfirmedIdentity" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "document" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "sealedNumber" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "sealedGuardian" TEXT,
    "confirmedBy" TEXT,
    "confirmedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FormerKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmedIdentity_numberHash_key" ON "ConfirmedIdentity"("numberHash");

-- CreateIndex
CREATE INDEX "FormerKey_keyHash_idx" ON "FormerKey"("keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "FormerKey_personId_keyHash_key" ON "FormerKey"("personId", "keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "PendingRegistration_guardianHash_key" ON "PendingRegistration"("guardianHash");

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "guardianAgreedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "PendingRegistration" ADD COLUMN     "guardianAgreedAt" TIMESTAMP(3),
ADD COLUMN     "guardianEmail" TEXT,
ADD COLUMN     "guardianHash" TEXT;

-- CreateTable
CREATE TABLE "ConfirmedIdentity" (
    "personId" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "sealedNumber" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "sealedGuardian" TEXT,
    "confirmedBy" TEXT,
    "confirmedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ConfirmedIdentity_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "FormerKey" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FormerKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmedIdentity_numberHash_key" ON "ConfirmedIdentity"("numberHash");

-- CreateIndex
CREATE INDEX "FormerKey_keyHash_idx" ON "FormerKey"("keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "FormerKey_personId_keyHash_key" ON "FormerKey"("personId", "keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "PendingRegistration_guardianHash_key" ON "PendingRegistration"("guardianHash");

-- AlterTable
ALTER TABLE "QueueItem" ADD COLUMN "causeId" TEXT;
ALTER TABLE "QueueItem" ADD COLUMN "causeKind" TEXT;
ALTER TABLE "QueueItem" ADD COLUMN "claimedUntil" DATETIME;
ALTER TABLE "QueueItem" ADD COLUMN "ground" TEXT;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN "bundleAt" DATETIME;

-- CreateTable
CREATE TABLE "Sanction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "decidedBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "endedAt" DATETIME,
    "endedAs" TEXT,
    "endedBy" TEXT,
    "endedReason" TEXT,
    "openKey" TEXT
);

-- CreateTable
CREATE TABLE "MailBundle" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MutedTopic" (
    "personId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,

    PRIMARY KEY ("personId", "topic")
);

-- CreateIndex
CREATE UNIQUE INDEX "Sanction_openKey_key" ON "Sanction"("openKey");

-- CreateIndex
CREATE INDEX "Sanction_personId_endedAt_idx" ON "Sanction"("personId", "endedAt");

-- CreateIndex
CREATE INDEX "Sanction_endedAt_endsAt_idx" ON "Sanction"("endedAt", "endsAt");

-- CreateIndex
CREATE INDEX "QueueItem_decidedAt_idx" ON "QueueItem"("decidedAt");

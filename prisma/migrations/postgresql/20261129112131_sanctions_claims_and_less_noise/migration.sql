-- AlterTable
ALTER TABLE "QueueItem" ADD COLUMN     "causeId" TEXT,
ADD COLUMN     "causeKind" TEXT,
ADD COLUMN     "claimedUntil" TIMESTAMP(3),
ADD COLUMN     "ground" TEXT;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "bundleAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Sanction" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "decidedBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "endedAs" TEXT,
    "endedBy" TEXT,
    "endedReason" TEXT,
    "openKey" TEXT,

    CONSTRAINT "Sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailBundle" (
    "personId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MailBundle_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "MutedTopic" (
    "personId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,

    CONSTRAINT "MutedTopic_pkey" PRIMARY KEY ("personId","topic")
);

-- CreateIndex
CREATE UNIQUE INDEX "Sanction_openKey_key" ON "Sanction"("openKey");

-- CreateIndex
CREATE INDEX "Sanction_personId_endedAt_idx" ON "Sanction"("personId", "endedAt");

-- CreateIndex
CREATE INDEX "Sanction_endedAt_endsAt_idx" ON "Sanction"("endedAt", "endsAt");

-- CreateIndex
CREATE INDEX "QueueItem_decidedAt_idx" ON "QueueItem"("decidedAt");

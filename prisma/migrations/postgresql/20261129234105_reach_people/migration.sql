-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "mailWay" TEXT,
ADD COLUMN     "pushedAt" TIMESTAMP(3),
ADD COLUMN     "toPush" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "NoticeWay" (
    "personId" TEXT NOT NULL,
    "noticeGroup" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "push" BOOLEAN NOT NULL,

    CONSTRAINT "NoticeWay_pkey" PRIMARY KEY ("personId","noticeGroup")
);

-- CreateTable
CREATE TABLE "NoticeSetting" (
    "personId" TEXT NOT NULL,
    "quiet" BOOLEAN NOT NULL,
    "quietStart" TEXT NOT NULL,
    "quietEnd" TEXT NOT NULL,
    "weekly" BOOLEAN NOT NULL DEFAULT false,
    "weeklyAt" TIMESTAMP(3),

    CONSTRAINT "NoticeSetting_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "PushDevice" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "endpointKey" TEXT NOT NULL,
    "sealedKeys" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sessionKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "toldAt" TIMESTAMP(3),

    CONSTRAINT "PushDevice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NoticeWay_mail_personId_idx" ON "NoticeWay"("mail", "personId");

-- CreateIndex
CREATE INDEX "NoticeSetting_weekly_personId_idx" ON "NoticeSetting"("weekly", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "PushDevice_endpointKey_key" ON "PushDevice"("endpointKey");

-- CreateIndex
CREATE INDEX "PushDevice_personId_idx" ON "PushDevice"("personId");

-- CreateIndex
CREATE INDEX "PushDevice_sessionKey_idx" ON "PushDevice"("sessionKey");

-- CreateIndex
CREATE INDEX "Person_mailFrequency_id_idx" ON "Person"("mailFrequency", "id");

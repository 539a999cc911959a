-- CreateTable
CREATE TABLE "NoticeWay" (
    "personId" TEXT NOT NULL,
    "noticeGroup" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "push" BOOLEAN NOT NULL,

    PRIMARY KEY ("personId", "noticeGroup")
);

-- CreateTable
CREATE TABLE "NoticeSetting" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "quiet" BOOLEAN NOT NULL,
    "quietStart" TEXT NOT NULL,
    "quietEnd" TEXT NOT NULL,
    "weekly" BOOLEAN NOT NULL DEFAULT false,
    "weeklyAt" DATETIME
);

-- CreateTable
CREATE TABLE "PushDevice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "endpointKey" TEXT NOT NULL,
    "sealedKeys" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sessionKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "toldAt" DATETIME
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "mailedAt" DATETIME,
    "bundleAt" DATETIME,
    "mailWay" TEXT,
    "toPush" BOOLEAN NOT NULL DEFAULT false,
    "pushedAt" DATETIME
);
INSERT INTO "new_Notification" ("bundleAt", "createdAt", "data", "eventId", "id", "mailedAt", "personId", "readAt", "type") SELECT "bundleAt", "createdAt", "data", "eventId", "id", "mailedAt", "personId", "readAt", "type" FROM "Notification";
DROP TABLE "Notification";
ALTER TABLE "new_Notification" RENAME TO "Notification";
CREATE INDEX "Notification_personId_createdAt_idx" ON "Notification"("personId", "createdAt");
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");
CREATE UNIQUE INDEX "Notification_personId_eventId_key" ON "Notification"("personId", "eventId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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

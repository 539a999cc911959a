-- CreateTable
CREATE TABLE "MeetingSeat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "personId" TEXT,
    "organisationId" TEXT,
    "email" TEXT,
    "capacity" TEXT NOT NULL DEFAULT '',
    "answer" TEXT,
    "substitute" TEXT NOT NULL DEFAULT '',
    "answeredAt" DATETIME,
    "representativeId" TEXT,
    "mandate" TEXT,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    "presentAt" DATETIME,
    "verdict" TEXT,
    "verdictWords" TEXT NOT NULL DEFAULT '',
    "verdictAt" DATETIME,
    "invitedAt" DATETIME NOT NULL,
    CONSTRAINT "MeetingSeat_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "decisionId" TEXT,
    CONSTRAINT "MeetingItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingItem_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "MeetingDecision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "itemId" TEXT,
    "motion" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "presentCount" INTEGER NOT NULL,
    "votesFor" INTEGER NOT NULL,
    "votesAgainst" INTEGER NOT NULL,
    "abstentions" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "responsibleKind" TEXT,
    "responsibleId" TEXT,
    "dueAt" DATETIME,
    "outcomeKind" TEXT,
    "outcomeId" TEXT,
    "doneAt" DATETIME,
    "doneWords" TEXT NOT NULL DEFAULT '',
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "MeetingDecision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingDecision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "MeetingItem" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingStep" (
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due" INTEGER,
    "present" INTEGER,
    "votesFor" INTEGER,
    "content" TEXT NOT NULL DEFAULT '',
    "heldAt" DATETIME,
    "recordedBy" TEXT,

    PRIMARY KEY ("meetingId", "position"),
    CONSTRAINT "MeetingStep_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Meeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL DEFAULT 'joint',
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "purposeHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "quorum" INTEGER,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "begunAt" DATETIME,
    "minutes" TEXT NOT NULL DEFAULT '',
    "minutesHtml" TEXT NOT NULL DEFAULT '',
    "laidAt" DATETIME,
    "publishedAt" DATETIME,
    "publishedText" TEXT,
    "contentHash" TEXT,
    "seriesId" TEXT,
    "rule" TEXT
);
INSERT INTO "new_Meeting" ("areaId", "createdAt", "createdBy", "endsAt", "id", "isPublic", "organisationId", "place", "purpose", "purposeHtml", "reason", "startsAt", "state", "title") SELECT "areaId", "createdAt", "createdBy", "endsAt", "id", "isPublic", "organisationId", "place", "purpose", "purposeHtml", "reason", "startsAt", "state", "title" FROM "Meeting";
DROP TABLE "Meeting";
ALTER TABLE "new_Meeting" RENAME TO "Meeting";
CREATE INDEX "Meeting_areaId_state_id_idx" ON "Meeting"("areaId", "state", "id");
CREATE INDEX "Meeting_state_startsAt_idx" ON "Meeting"("state", "startsAt");
CREATE INDEX "Meeting_state_laidAt_idx" ON "Meeting"("state", "laidAt");
CREATE INDEX "Meeting_seriesId_startsAt_idx" ON "Meeting"("seriesId", "startsAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "MeetingSeat_personId_idx" ON "MeetingSeat"("personId");

-- CreateIndex
CREATE INDEX "MeetingSeat_organisationId_idx" ON "MeetingSeat"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeat_meetingId_personId_key" ON "MeetingSeat"("meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeat_meetingId_organisationId_key" ON "MeetingSeat"("meetingId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeat_meetingId_email_key" ON "MeetingSeat"("meetingId", "email");

-- CreateIndex
CREATE INDEX "MeetingItem_subjectKind_subjectId_idx" ON "MeetingItem"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingItem_meetingId_subjectKind_subjectId_key" ON "MeetingItem"("meetingId", "subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingItem_meetingId_decisionId_key" ON "MeetingItem"("meetingId", "decisionId");

-- CreateIndex
CREATE INDEX "MeetingDecision_outcomeKind_outcomeId_idx" ON "MeetingDecision"("outcomeKind", "outcomeId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingDecision_meetingId_number_key" ON "MeetingDecision"("meetingId", "number");

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "begunAt" TIMESTAMP(3),
ADD COLUMN     "changedAt" TIMESTAMP(3),
ADD COLUMN     "contentHash" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'joint',
ADD COLUMN     "laidAt" TIMESTAMP(3),
ADD COLUMN     "minutes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "minutesHtml" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publishedAt" TIMESTAMP(3),
ADD COLUMN     "publishedText" TEXT,
ADD COLUMN     "quorum" INTEGER,
ADD COLUMN     "rule" TEXT,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seriesId" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "MeetingSeat" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "personId" TEXT,
    "organisationId" TEXT,
    "email" TEXT,
    "capacity" TEXT NOT NULL DEFAULT '',
    "answer" TEXT,
    "substitute" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMP(3),
    "representativeId" TEXT,
    "mandate" TEXT,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    "presentAt" TIMESTAMP(3),
    "verdict" TEXT,
    "verdictWords" TEXT NOT NULL DEFAULT '',
    "verdictAt" TIMESTAMP(3),
    "invitedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MeetingSeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingItem" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "decisionId" TEXT,

    CONSTRAINT "MeetingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingDecision" (
    "id" TEXT NOT NULL,
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
    "dueAt" TIMESTAMP(3),
    "outcomeKind" TEXT,
    "outcomeId" TEXT,
    "doneAt" TIMESTAMP(3),
    "doneWords" TEXT NOT NULL DEFAULT '',
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MeetingDecision_pkey" PRIMARY KEY ("id")
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
    "heldAt" TIMESTAMP(3),
    "recordedBy" TEXT,

    CONSTRAINT "MeetingStep_pkey" PRIMARY KEY ("meetingId","position")
);

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

-- CreateIndex
CREATE INDEX "Meeting_state_laidAt_idx" ON "Meeting"("state", "laidAt");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_startsAt_idx" ON "Meeting"("seriesId", "startsAt");

-- AddForeignKey
ALTER TABLE "MeetingSeat" ADD CONSTRAINT "MeetingSeat_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "MeetingDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingDecision" ADD CONSTRAINT "MeetingDecision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingDecision" ADD CONSTRAINT "MeetingDecision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "MeetingItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingStep" ADD CONSTRAINT "MeetingStep_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

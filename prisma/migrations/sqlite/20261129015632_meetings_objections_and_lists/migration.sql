-- AlterTable
ALTER TABLE "MeetingSeat" ADD COLUMN "objectedAt" DATETIME;

-- CreateIndex
CREATE INDEX "Meeting_startsAt_id_idx" ON "Meeting"("startsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_organisationId_idx" ON "Meeting"("organisationId");

-- CreateIndex
CREATE INDEX "MeetingSeat_email_idx" ON "MeetingSeat"("email");

-- CreateIndex
CREATE INDEX "MeetingSeat_representativeId_idx" ON "MeetingSeat"("representativeId");

-- CreateIndex
CREATE INDEX "MeetingItem_decisionId_idx" ON "MeetingItem"("decisionId");

-- CreateIndex
CREATE INDEX "MeetingDecision_itemId_idx" ON "MeetingDecision"("itemId");

-- CreateIndex
CREATE INDEX "MeetingDecision_responsibleKind_responsibleId_idx" ON "MeetingDecision"("responsibleKind", "responsibleId");

-- CreateIndex
CREATE INDEX "Organisation_name_idx" ON "Organisation"("name");

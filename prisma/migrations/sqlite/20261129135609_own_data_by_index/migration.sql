-- CreateIndex
CREATE INDEX "AgreementParty_signatoryId_idx" ON "AgreementParty"("signatoryId");

-- CreateIndex
CREATE INDEX "Elector_personId_idx" ON "Elector"("personId");

-- CreateIndex
CREATE INDEX "ListedElector_email_idx" ON "ListedElector"("email");

-- CreateIndex
CREATE INDEX "CommentMention_personId_idx" ON "CommentMention"("personId");

-- CreateIndex
CREATE INDEX "MailToken_email_idx" ON "MailToken"("email");

-- CreateIndex
CREATE INDEX "ResidenceVerification_state_decidedAt_idx" ON "ResidenceVerification"("state", "decidedAt");

-- CreateIndex
CREATE INDEX "Event_actorPersonId_sequence_idx" ON "Event"("actorPersonId", "sequence");

-- CreateIndex
CREATE INDEX "MeetingDecision_responsibleId_idx" ON "MeetingDecision"("responsibleId");

-- CreateIndex
CREATE INDEX "ContentReport_reporterId_idx" ON "ContentReport"("reporterId");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
CREATE INDEX "Mail_personId_idx" ON "Mail"("personId");

-- CreateIndex
CREATE INDEX "ProposalVersion_editedBy_idx" ON "ProposalVersion"("editedBy");

-- The name goes from the queue when a residence is decided; what was decided before is treated alike.
UPDATE "QueueItem" SET "title" = '' WHERE "kind" = 'residence-verification' AND "state" <> 'open';

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Agreement" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "proposalId" TEXT,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "frozenAt" TIMESTAMP(3),
    "contentHash" TEXT,
    "inForceAt" TIMESTAMP(3),
    "endsAt" TIMESTAMP(3),
    "reason" TEXT,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementParty" (
    "agreementId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "signedAt" TIMESTAMP(3),
    "signatoryId" TEXT,
    "signatoryName" TEXT,
    "mandate" TEXT,
    "signedHash" TEXT,
    "seal" TEXT,
    "declinedAt" TIMESTAMP(3),
    "declinedReason" TEXT,

    CONSTRAINT "AgreementParty_pkey" PRIMARY KEY ("agreementId","organisationId")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" TEXT NOT NULL,
    "agreementId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "report" TEXT,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "questionHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "minimumAge" INTEGER NOT NULL,
    "maximumChoices" INTEGER,
    "quorumPercent" INTEGER,
    "thresholdPercent" INTEGER NOT NULL,
    "percentageBase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "openedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "electorateSize" INTEGER,
    "votedCount" INTEGER NOT NULL DEFAULT 0,
    "sealedSecret" TEXT,
    "rules" TEXT,
    "result" TEXT,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "cancelledReason" TEXT,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BallotOption" (
    "id" TEXT NOT NULL,
    "ballotId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "proposalId" TEXT,

    CONSTRAINT "BallotOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Elector" (
    "ballotId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitKey" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "votedAt" TIMESTAMP(3),

    CONSTRAINT "Elector_pkey" PRIMARY KEY ("ballotId","personId")
);

-- CreateTable
CREATE TABLE "BallotPaper" (
    "ballotId" TEXT NOT NULL,
    "paperKey" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "personId" TEXT,

    CONSTRAINT "BallotPaper_pkey" PRIMARY KEY ("ballotId","paperKey")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "parentId" TEXT,
    "threadId" TEXT NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "areaId" TEXT NOT NULL,
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),
    "hiddenAt" TIMESTAMP(3),
    "hiddenReason" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentSupport" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "CommentSupport_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "place" TEXT,
    "isPublic" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "answer" TEXT,
    "answerHtml" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMP(3),
    "deadlineAt" TIMESTAMP(3),
    "reason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "hiddenAt" TIMESTAMP(3),
    "hiddenReason" TEXT,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "uploadedBy" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "fileId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("fileId","subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailConfirmedAt" TIMESTAMP(3),
    "passwordHash" TEXT,
    "displayName" TEXT NOT NULL,
    "about" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "homeAreaId" TEXT,
    "residenceAreaId" TEXT,
    "householdKey" TEXT,
    "birthYear" INTEGER,
    "mailFrequency" TEXT NOT NULL DEFAULT 'immediate',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "suspendedAt" TIMESTAMP(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT,
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "RoleHeld" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "grantedBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoleHeld_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailToken" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "MailToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "PersonPrivate" (
    "personId" TEXT NOT NULL,
    "realName" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PersonPrivate_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "ResidenceVerification" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "sealedAddress" TEXT NOT NULL,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "birthYear" INTEGER,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),
    "reason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ResidenceVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "sequence" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "areaId" TEXT,
    "actorPersonId" TEXT,
    "actorOrganisationId" TEXT,
    "mandate" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "isPublic" BOOLEAN NOT NULL,
    "publicData" TEXT NOT NULL,
    "privateData" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "OutboxJob" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "runAt" TIMESTAMP(3) NOT NULL,
    "leasedUntil" TIMESTAMP(3),
    "leaseOwner" TEXT,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "OutboxJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QueueItem" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3),
    "assignedTo" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decision" TEXT,
    "reason" TEXT,

    CONSTRAINT "QueueItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContentReport" (
    "id" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ContentReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Follow" (
    "personId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("personId","subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),
    "mailedAt" TIMESTAMP(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribeUrl" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "contact" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "verifiedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationMember" (
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "mandate" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OrganisationMember_pkey" PRIMARY KEY ("organisationId","personId")
);

-- CreateTable
CREATE TABLE "OrganisationInvitation" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mandate" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "acceptedAt" TIMESTAMP(3),

    CONSTRAINT "OrganisationInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "place" TEXT,
    "state" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "endorsementCount" INTEGER NOT NULL DEFAULT 0,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "threshold" INTEGER NOT NULL,
    "deadlineAt" TIMESTAMP(3),
    "officialAnswer" TEXT,
    "officialAnswerHtml" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMP(3),
    "ballotId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "hiddenAt" TIMESTAMP(3),
    "hiddenReason" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalVersion" (
    "proposalId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "editedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProposalVersion_pkey" PRIMARY KEY ("proposalId","version")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "proposalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("proposalId","personId")
);

-- CreateTable
CREATE TABLE "Area" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEnglish" TEXT,
    "parentId" TEXT,
    "bounds" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "population" INTEGER,
    "contact" TEXT,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opportunity" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "proposalId" TEXT,
    "place" TEXT,
    "risks" TEXT NOT NULL DEFAULT '',
    "requirements" TEXT NOT NULL DEFAULT '',
    "minimumAge" INTEGER NOT NULL DEFAULT 16,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "reason" TEXT,

    CONSTRAINT "Opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" TEXT NOT NULL,
    "opportunityId" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "task" TEXT NOT NULL DEFAULT '',
    "signUpUntil" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),
    "cancelledReason" TEXT,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignUp" (
    "id" TEXT NOT NULL,
    "shiftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "waitlistedAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),
    "minutes" INTEGER,
    "confirmedBy" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "note" TEXT,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrder" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "externalNumber" TEXT,
    "externalSystem" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "departmentId" TEXT,
    "state" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "deadlineAt" TIMESTAMP(3),
    "report" TEXT,
    "reportHtml" TEXT,
    "reopenedCount" INTEGER NOT NULL DEFAULT 0,
    "returnedCount" INTEGER NOT NULL DEFAULT 0,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "dispatchedAt" TIMESTAMP(3),
    "acceptedAt" TIMESTAMP(3),
    "doneAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WorkOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderLink" (
    "workOrderId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "linkedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkOrderLink_pkey" PRIMARY KEY ("workOrderId","subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "CallBack" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "solved" BOOLEAN,
    "rating" INTEGER,
    "words" TEXT,

    CONSTRAINT "CallBack_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Agreement_areaId_state_id_idx" ON "Agreement"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Agreement_proposalId_idx" ON "Agreement"("proposalId");

-- CreateIndex
CREATE INDEX "AgreementParty_organisationId_idx" ON "AgreementParty"("organisationId");

-- CreateIndex
CREATE INDEX "Obligation_agreementId_idx" ON "Obligation"("agreementId");

-- CreateIndex
CREATE INDEX "Obligation_state_dueAt_idx" ON "Obligation"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Ballot_areaId_state_id_idx" ON "Ballot"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Ballot_state_closesAt_idx" ON "Ballot"("state", "closesAt");

-- CreateIndex
CREATE INDEX "Ballot_state_opensAt_idx" ON "Ballot"("state", "opensAt");

-- CreateIndex
CREATE INDEX "BallotOption_ballotId_idx" ON "BallotOption"("ballotId");

-- CreateIndex
CREATE INDEX "BallotOption_proposalId_idx" ON "BallotOption"("proposalId");

-- CreateIndex
CREATE INDEX "Elector_ballotId_unitKey_idx" ON "Elector"("ballotId", "unitKey");

-- CreateIndex
CREATE UNIQUE INDEX "BallotPaper_ballotId_receipt_key" ON "BallotPaper"("ballotId", "receipt");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_threadId_id_idx" ON "Comment"("subjectKind", "subjectId", "threadId", "id");

-- CreateIndex
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");

-- CreateIndex
CREATE INDEX "Feedback_areaId_state_id_idx" ON "Feedback"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Feedback_state_id_idx" ON "Feedback"("state", "id");

-- CreateIndex
CREATE INDEX "Feedback_authorId_id_idx" ON "Feedback"("authorId", "id");

-- CreateIndex
CREATE INDEX "StoredFile_uploadedBy_idx" ON "StoredFile"("uploadedBy");

-- CreateIndex
CREATE INDEX "Attachment_subjectKind_subjectId_idx" ON "Attachment"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_residenceAreaId_idx" ON "Person"("residenceAreaId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "RoleHeld_role_areaId_idx" ON "RoleHeld"("role", "areaId");

-- CreateIndex
CREATE UNIQUE INDEX "RoleHeld_personId_role_areaId_key" ON "RoleHeld"("personId", "role", "areaId");

-- CreateIndex
CREATE INDEX "MailToken_personId_purpose_idx" ON "MailToken"("personId", "purpose");

-- CreateIndex
CREATE INDEX "ResidenceVerification_state_areaId_idx" ON "ResidenceVerification"("state", "areaId");

-- CreateIndex
CREATE INDEX "ResidenceVerification_personId_idx" ON "ResidenceVerification"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_key" ON "Event"("id");

-- CreateIndex
CREATE INDEX "Event_subjectKind_subjectId_sequence_idx" ON "Event"("subjectKind", "subjectId", "sequence");

-- CreateIndex
CREATE INDEX "Event_type_sequence_idx" ON "Event"("type", "sequence");

-- CreateIndex
CREATE INDEX "Event_areaId_sequence_idx" ON "Event"("areaId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxJob_idempotencyKey_key" ON "OutboxJob"("idempotencyKey");

-- CreateIndex
CREATE INDEX "OutboxJob_state_runAt_idx" ON "OutboxJob"("state", "runAt");

-- CreateIndex
CREATE INDEX "QueueItem_state_areaId_dueAt_idx" ON "QueueItem"("state", "areaId", "dueAt");

-- CreateIndex
CREATE INDEX "QueueItem_subjectKind_subjectId_idx" ON "QueueItem"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "QueueItem_state_kind_id_idx" ON "QueueItem"("state", "kind", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QueueItem_kind_subjectKind_subjectId_state_createdAt_key" ON "QueueItem"("kind", "subjectKind", "subjectId", "state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ContentReport_subjectKind_subjectId_reporterId_key" ON "ContentReport"("subjectKind", "subjectId", "reporterId");

-- CreateIndex
CREATE INDEX "Follow_subjectKind_subjectId_idx" ON "Follow"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Notification_personId_createdAt_idx" ON "Notification"("personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_personId_eventId_key" ON "Notification"("personId", "eventId");

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");

-- CreateIndex
CREATE INDEX "Mail_recipient_idx" ON "Mail"("recipient");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_creditCode_key" ON "Organisation"("creditCode");

-- CreateIndex
CREATE INDEX "Organisation_areaId_kind_idx" ON "Organisation"("areaId", "kind");

-- CreateIndex
CREATE INDEX "Organisation_state_idx" ON "Organisation"("state");

-- CreateIndex
CREATE INDEX "OrganisationMember_personId_idx" ON "OrganisationMember"("personId");

-- CreateIndex
CREATE INDEX "OrganisationInvitation_email_idx" ON "OrganisationInvitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationInvitation_organisationId_email_key" ON "OrganisationInvitation"("organisationId", "email");

-- CreateIndex
CREATE INDEX "Proposal_areaId_state_id_idx" ON "Proposal"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Proposal_state_id_idx" ON "Proposal"("state", "id");

-- CreateIndex
CREATE INDEX "Proposal_authorId_id_idx" ON "Proposal"("authorId", "id");

-- CreateIndex
CREATE INDEX "Proposal_state_endorsementCount_id_idx" ON "Proposal"("state", "endorsementCount", "id");

-- CreateIndex
CREATE INDEX "Proposal_deadlineAt_idx" ON "Proposal"("deadlineAt");

-- CreateIndex
CREATE INDEX "Endorsement_personId_idx" ON "Endorsement"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Area_code_key" ON "Area"("code");

-- CreateIndex
CREATE INDEX "Area_parentId_idx" ON "Area"("parentId");

-- CreateIndex
CREATE INDEX "Area_level_idx" ON "Area"("level");

-- CreateIndex
CREATE INDEX "Opportunity_areaId_state_id_idx" ON "Opportunity"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Opportunity_organisationId_idx" ON "Opportunity"("organisationId");

-- CreateIndex
CREATE INDEX "Opportunity_proposalId_idx" ON "Opportunity"("proposalId");

-- CreateIndex
CREATE INDEX "Shift_opportunityId_startsAt_idx" ON "Shift"("opportunityId", "startsAt");

-- CreateIndex
CREATE INDEX "Shift_startsAt_idx" ON "Shift"("startsAt");

-- CreateIndex
CREATE INDEX "SignUp_personId_idx" ON "SignUp"("personId");

-- CreateIndex
CREATE INDEX "SignUp_shiftId_state_waitlistedAt_idx" ON "SignUp"("shiftId", "state", "waitlistedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_shiftId_personId_key" ON "SignUp"("shiftId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrder_number_key" ON "WorkOrder"("number");

-- CreateIndex
CREATE INDEX "WorkOrder_areaId_state_id_idx" ON "WorkOrder"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_departmentId_state_deadlineAt_idx" ON "WorkOrder"("departmentId", "state", "deadlineAt");

-- CreateIndex
CREATE INDEX "WorkOrder_state_deadlineAt_idx" ON "WorkOrder"("state", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrder_externalSystem_externalNumber_key" ON "WorkOrder"("externalSystem", "externalNumber");

-- CreateIndex
CREATE INDEX "WorkOrderLink_subjectKind_subjectId_idx" ON "WorkOrderLink"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "CallBack_personId_answeredAt_idx" ON "CallBack"("personId", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "CallBack_workOrderId_personId_round_key" ON "CallBack"("workOrderId", "personId", "round");

-- AddForeignKey
ALTER TABLE "AgreementParty" ADD CONSTRAINT "AgreementParty_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotOption" ADD CONSTRAINT "BallotOption_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Elector" ADD CONSTRAINT "Elector_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotPaper" ADD CONSTRAINT "BallotPaper_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleHeld" ADD CONSTRAINT "RoleHeld_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResidenceVerification" ADD CONSTRAINT "ResidenceVerification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationMember" ADD CONSTRAINT "OrganisationMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationMember" ADD CONSTRAINT "OrganisationMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationInvitation" ADD CONSTRAINT "OrganisationInvitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderLink" ADD CONSTRAINT "WorkOrderLink_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallBack" ADD CONSTRAINT "CallBack_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

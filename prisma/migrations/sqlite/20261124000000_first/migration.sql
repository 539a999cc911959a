-- CreateTable
CREATE TABLE "Agreement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "proposalId" TEXT,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "frozenAt" DATETIME,
    "contentHash" TEXT,
    "inForceAt" DATETIME,
    "endsAt" DATETIME,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "AgreementParty" (
    "agreementId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "signedAt" DATETIME,
    "signatoryId" TEXT,
    "signatoryName" TEXT,
    "mandate" TEXT,
    "signedHash" TEXT,
    "seal" TEXT,
    "declinedAt" DATETIME,
    "declinedReason" TEXT,

    PRIMARY KEY ("agreementId", "organisationId"),
    CONSTRAINT "AgreementParty_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueAt" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'open',
    "report" TEXT,
    "doneAt" DATETIME,
    CONSTRAINT "Obligation_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "questionHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "terms" TEXT NOT NULL DEFAULT '{}',
    "electorateKind" TEXT NOT NULL DEFAULT 'residents',
    "standing" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "minimumAge" INTEGER NOT NULL,
    "maximumChoices" INTEGER,
    "quorumPercent" INTEGER,
    "thresholdPercent" INTEGER NOT NULL,
    "percentageBase" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "electorateSize" INTEGER,
    "votedCount" INTEGER NOT NULL DEFAULT 0,
    "sealedSecret" TEXT,
    "rules" TEXT,
    "result" TEXT,
    "createdBy" TEXT NOT NULL,
    "organisationId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "cancelledReason" TEXT,
    "paperVoting" BOOLEAN NOT NULL DEFAULT false,
    "sheetsCompleteAt" DATETIME,
    "remindedAt" DATETIME,
    "drawCommitment" TEXT,
    "sealedDrawSecret" TEXT,
    "drawSecret" TEXT,
    "recordDigest" TEXT
);

-- CreateTable
CREATE TABLE "BallotOption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ballotId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "proposalId" TEXT,
    "costFen" BIGINT,
    "groupName" TEXT,
    CONSTRAINT "BallotOption_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Elector" (
    "ballotId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitKey" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "votedAt" DATETIME,
    "channel" TEXT,

    PRIMARY KEY ("ballotId", "personId"),
    CONSTRAINT "Elector_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ListedElector" (
    "ballotId" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    PRIMARY KEY ("ballotId", "email"),
    CONSTRAINT "ListedElector_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BallotPaper" (
    "ballotId" TEXT NOT NULL,
    "paperKey" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "personId" TEXT,

    PRIMARY KEY ("ballotId", "paperKey"),
    CONSTRAINT "BallotPaper_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CountedPaper" (
    "ballotId" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "personId" TEXT,

    PRIMARY KEY ("ballotId", "receipt"),
    CONSTRAINT "CountedPaper_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "ballotId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "firstBy" TEXT NOT NULL,
    "firstChoice" TEXT NOT NULL,
    "secondBy" TEXT,
    "secondChoice" TEXT,
    "choice" TEXT,
    "settledBy" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ballotId", "number"),
    CONSTRAINT "PaperSheet_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "postsArePublic" BOOLEAN NOT NULL DEFAULT true,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedBy" TEXT,
    "lastUsedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ExternalRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "apiKeyId" TEXT NOT NULL,
    "repeatKey" TEXT NOT NULL,
    "externalId" TEXT,
    "feedbackId" TEXT NOT NULL,
    "sealedReporter" TEXT,
    "mediaUrls" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ExternalRequest_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExternalUpdate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "apiKeyId" TEXT NOT NULL,
    "updateId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "sealedSender" TEXT,
    "mediaUrls" TEXT,
    "updatedAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    CONSTRAINT "ExternalUpdate_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "oldSecret" TEXT,
    "oldSecretUntil" DATETIME,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "endpointId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL,
    "leasedUntil" DATETIME,
    "lastStatus" INTEGER,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WebhookAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deliveryId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "milliseconds" INTEGER NOT NULL,
    CONSTRAINT "WebhookAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "WebhookDelivery" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InboundSource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "oldSecret" TEXT,
    "oldSecretUntil" DATETIME,
    "state" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ExternalStatus" (
    "sourceId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("sourceId", "status"),
    CONSTRAINT "ExternalStatus_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "InboundSource" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InboundMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "externalNumber" TEXT NOT NULL,
    "externalStatus" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "workOrderId" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "InboundMessage_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "InboundSource" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Open311Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "jurisdictionId" TEXT,
    "apiKey" TEXT,
    "state" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "polledAt" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "Open311TargetService" (
    "targetId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "serviceCode" TEXT NOT NULL,

    PRIMARY KEY ("targetId", "category"),
    CONSTRAINT "Open311TargetService_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Open311Target" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SentOrder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "targetId" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "token" TEXT,
    "externalId" TEXT,
    "externalStatus" TEXT,
    "statusNotes" TEXT,
    "externalAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL,
    "leasedUntil" DATETIME,
    "lastError" TEXT,
    "sentBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "SentOrder_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Open311Target" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarLink" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "parentId" TEXT,
    "threadId" TEXT NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "stance" TEXT,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "quote" TEXT,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "areaId" TEXT NOT NULL,
    "originId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "opposeCount" INTEGER NOT NULL DEFAULT 0,
    "merit" INTEGER NOT NULL DEFAULT 0,
    "controversy" INTEGER NOT NULL DEFAULT 0,
    "answerCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "removedAt" DATETIME,
    "hiddenAt" DATETIME,
    "hiddenReason" TEXT
);

-- CreateTable
CREATE TABLE "CommentVote" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "supports" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "personId"),
    CONSTRAINT "CommentVote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentVersion" (
    "commentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "version"),
    CONSTRAINT "CommentVersion_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("commentId", "personId"),
    CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DiscussionSummary" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("subjectKind", "subjectId", "version")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "latitude" REAL,
    "longitude" REAL,
    "place" TEXT,
    "isPublic" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "answer" TEXT,
    "answerHtml" TEXT,
    "answeredBy" TEXT,
    "answeredAt" DATETIME,
    "deadlineAt" DATETIME,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "hiddenAt" DATETIME,
    "hiddenReason" TEXT
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contentHash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "uploadedBy" TEXT,
    "name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Attachment" (
    "fileId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("fileId", "subjectKind", "subjectId"),
    CONSTRAINT "Attachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "emailConfirmedAt" DATETIME,
    "passwordHash" TEXT,
    "displayName" TEXT NOT NULL,
    "about" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "homeAreaId" TEXT,
    "residenceAreaId" TEXT,
    "householdKey" TEXT,
    "birthYear" INTEGER,
    "mailFrequency" TEXT NOT NULL DEFAULT 'immediate',
    "createdAt" DATETIME NOT NULL,
    "suspendedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT,
    "userAgent" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleHeld" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "grantedBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RoleHeld_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailToken" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PersonPrivate" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "realName" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ResidenceVerification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "sealedAddress" TEXT NOT NULL,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "birthYear" INTEGER,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ResidenceVerification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "areaId" TEXT,
    "actorPersonId" TEXT,
    "actorOrganisationId" TEXT,
    "mandate" TEXT,
    "at" DATETIME NOT NULL,
    "isPublic" BOOLEAN NOT NULL,
    "publicData" TEXT NOT NULL,
    "privateData" TEXT
);

-- CreateTable
CREATE TABLE "OutboxJob" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "runAt" DATETIME NOT NULL,
    "leasedUntil" DATETIME,
    "leaseOwner" TEXT,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "QueueItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME,
    "assignedTo" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "decision" TEXT,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "ContentReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Follow" (
    "personId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "subjectKind", "subjectId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "mailedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribeUrl" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "bodyHtml" TEXT NOT NULL DEFAULT '',
    "areaId" TEXT NOT NULL,
    "proposalId" TEXT,
    "review" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openedBy" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "reason" TEXT,
    "statementCount" INTEGER NOT NULL DEFAULT 0,
    "participantCount" INTEGER NOT NULL DEFAULT 0,
    "answerCount" INTEGER NOT NULL DEFAULT 0,
    "changes" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" TEXT,
    "seed" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Statement_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "personId" TEXT,
    "areaId" TEXT,
    CONSTRAINT "Participant_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StatementAnswer" (
    "participantId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "answer" INTEGER NOT NULL,

    PRIMARY KEY ("participantId", "statementId"),
    CONSTRAINT "StatementAnswer_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "Participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StatementAnswer_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OpinionPicture" (
    "conversationId" TEXT NOT NULL PRIMARY KEY,
    "changes" INTEGER NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    "picture" TEXT NOT NULL,
    "memory" TEXT NOT NULL,
    CONSTRAINT "OpinionPicture_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "contact" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "verifiedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OrganisationMember" (
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "mandate" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("organisationId", "personId"),
    CONSTRAINT "OrganisationMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OrganisationMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OrganisationInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mandate" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "acceptedAt" DATETIME,
    CONSTRAINT "OrganisationInvitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "latitude" REAL,
    "longitude" REAL,
    "place" TEXT,
    "state" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "organisationId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "endorsementCount" INTEGER NOT NULL DEFAULT 0,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "threshold" INTEGER NOT NULL,
    "deadlineAt" DATETIME,
    "officialAnswer" TEXT,
    "officialAnswerHtml" TEXT,
    "answeredBy" TEXT,
    "answeredAt" DATETIME,
    "ballotId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,
    "hiddenAt" DATETIME,
    "hiddenReason" TEXT,
    "mergedIntoId" TEXT,
    "statementId" TEXT
);

-- CreateTable
CREATE TABLE "ProposalVersion" (
    "proposalId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "editedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("proposalId", "version"),
    CONSTRAINT "ProposalVersion_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "proposalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("proposalId", "personId"),
    CONSTRAINT "Endorsement_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProposalMerge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mergedBy" TEXT NOT NULL,
    "mergedAt" DATETIME NOT NULL,
    "undoUntil" DATETIME NOT NULL,
    "fromState" TEXT NOT NULL,
    "fromDeadlineAt" DATETIME,
    "intoState" TEXT NOT NULL,
    "intoDeadlineAt" DATETIME,
    "intoStateAfter" TEXT NOT NULL,
    "undoneBy" TEXT,
    "undoneAt" DATETIME,
    "undoneReason" TEXT
);

-- CreateTable
CREATE TABLE "MovedByMerge" (
    "mergeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "originId" TEXT,

    PRIMARY KEY ("mergeId", "kind", "itemId"),
    CONSTRAINT "MovedByMerge_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "ProposalMerge" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ResponsibilityEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "areaId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT '',
    "departmentId" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "days" INTEGER,
    "reason" TEXT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "until" DATETIME,
    "endReason" TEXT,
    "endedBy" TEXT,
    "currentKey" TEXT
);

-- CreateTable
CREATE TABLE "ResponsibilityGap" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "areaId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "openKey" TEXT,
    "workOrderId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "entryId" TEXT
);

-- CreateTable
CREATE TABLE "DispatchChoice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "suggestedId" TEXT,
    "entryId" TEXT,
    "category" TEXT NOT NULL DEFAULT '',
    "area" TEXT NOT NULL DEFAULT '',
    "decidedId" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StatisticsOrder" (
    "workOrderId" TEXT NOT NULL PRIMARY KEY,
    "month" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "excluded" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "responded" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "solved" INTEGER NOT NULL,
    "unsolved" INTEGER NOT NULL,
    "silent" INTEGER NOT NULL,
    "rated1" INTEGER NOT NULL,
    "rated2" INTEGER NOT NULL,
    "rated3" INTEGER NOT NULL,
    "rated4" INTEGER NOT NULL,
    "rated5" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "saidContacted" INTEGER NOT NULL,
    "saidSolved" INTEGER NOT NULL,
    "gave1" INTEGER NOT NULL,
    "gave2" INTEGER NOT NULL,
    "gave3" INTEGER NOT NULL,
    "gave4" INTEGER NOT NULL,
    "gave5" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "StatisticsCell" (
    "areaId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "excluded" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "responded" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "solved" INTEGER NOT NULL,
    "unsolved" INTEGER NOT NULL,
    "silent" INTEGER NOT NULL,
    "rated1" INTEGER NOT NULL,
    "rated2" INTEGER NOT NULL,
    "rated3" INTEGER NOT NULL,
    "rated4" INTEGER NOT NULL,
    "rated5" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "saidContacted" INTEGER NOT NULL,
    "saidSolved" INTEGER NOT NULL,
    "gave1" INTEGER NOT NULL,
    "gave2" INTEGER NOT NULL,
    "gave3" INTEGER NOT NULL,
    "gave4" INTEGER NOT NULL,
    "gave5" INTEGER NOT NULL,

    PRIMARY KEY ("areaId", "month", "departmentId", "category")
);

-- CreateTable
CREATE TABLE "StatisticsTurn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "turn" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "StatisticsFormula" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "weightResponse" INTEGER NOT NULL,
    "weightResolution" INTEGER NOT NULL,
    "weightSatisfaction" INTEGER NOT NULL,
    "responseDenominator" TEXT NOT NULL,
    "resolutionDenominator" TEXT NOT NULL,
    "satisfactionDenominator" TEXT NOT NULL,
    "satisfiedFrom" INTEGER NOT NULL,
    "basicFrom" INTEGER NOT NULL,
    "basicFactor" INTEGER NOT NULL,
    "smallDenominator" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StatisticsExclusion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "liftedAt" DATETIME,
    "liftedBy" TEXT,
    "liftReason" TEXT,
    "ended" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" INTEGER NOT NULL,
    "areaId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "TargetChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "targetId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "became" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TargetChange_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Area" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEnglish" TEXT,
    "parentId" TEXT,
    "bounds" TEXT,
    "latitude" REAL,
    "longitude" REAL,
    "population" INTEGER,
    "contact" TEXT,
    "workerName" TEXT,
    "workerContact" TEXT,
    "supervisionPhone" TEXT,
    "matters" TEXT,
    CONSTRAINT "Area_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Area" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Opportunity" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "opportunityId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "task" TEXT NOT NULL DEFAULT '',
    "signUpUntil" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    "cancelledReason" TEXT,
    CONSTRAINT "Shift_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignUp" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shiftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "waitlistedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "minutes" INTEGER,
    "confirmedBy" TEXT,
    "confirmedAt" DATETIME,
    "note" TEXT,
    CONSTRAINT "SignUp_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QueuedOrder" (
    "scope" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    PRIMARY KEY ("scope", "queue", "dueAt", "workOrderId")
);

-- CreateTable
CREATE TABLE "WorkOrderNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ResponseTemplate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "WorkOrder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "externalNumber" TEXT,
    "externalSystem" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "departmentId" TEXT,
    "leadId" TEXT,
    "handlingAreaId" TEXT NOT NULL DEFAULT '',
    "assigned" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "deadlineAt" DATETIME,
    "responseDueAt" DATETIME,
    "suspendedAt" DATETIME,
    "supervisedAt" DATETIME,
    "supervisionFor" TEXT,
    "refusalGround" TEXT,
    "refusalWords" TEXT,
    "report" TEXT,
    "reportHtml" TEXT,
    "measures" TEXT,
    "reopenedCount" INTEGER NOT NULL DEFAULT 0,
    "returnedCount" INTEGER NOT NULL DEFAULT 0,
    "transferCount" INTEGER NOT NULL DEFAULT 0,
    "latitude" REAL,
    "longitude" REAL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "dispatchedAt" DATETIME,
    "acceptedAt" DATETIME,
    "doneAt" DATETIME,
    "closedAt" DATETIME,
    "mergedIntoId" TEXT,
    "splitFromId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "WorkOrderLink" (
    "workOrderId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "linkedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("workOrderId", "subjectKind", "subjectId"),
    CONSTRAINT "WorkOrderLink_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CallBack" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "askedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "solved" BOOLEAN,
    "contacted" BOOLEAN,
    "rating" INTEGER,
    "words" TEXT,
    CONSTRAINT "CallBack_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOrderClock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "amount" INTEGER,
    "unit" TEXT,
    "extendedBy" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT NOT NULL,
    "fixedDueAt" DATETIME,
    "dueAt" DATETIME NOT NULL,
    "nextStepAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "WorkOrderClock_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOrderSuspension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "reason" TEXT NOT NULL,
    CONSTRAINT "WorkOrderSuspension_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOrderRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "days" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "openKey" TEXT,
    "askedBy" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "words" TEXT,
    CONSTRAINT "WorkOrderRequest_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOrderHelper" (
    "workOrderId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "report" TEXT,
    "reportedAt" DATETIME,

    PRIMARY KEY ("workOrderId", "departmentId"),
    CONSTRAINT "WorkOrderHelper_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOrderHandover" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromAreaId" TEXT NOT NULL,
    "toAreaId" TEXT NOT NULL,
    "fromDepartmentId" TEXT,
    "toDepartmentId" TEXT,
    "reason" TEXT NOT NULL,
    "tried" TEXT NOT NULL DEFAULT '',
    "means" TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WorkOrderHandover_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkOrderEscalation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "personId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WorkOrderEscalation_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Whistle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workOrderId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "meetsAt" DATETIME NOT NULL,
    "purpose" TEXT NOT NULL,
    "blownBy" TEXT NOT NULL,
    "blownAt" DATETIME NOT NULL,
    "outcome" TEXT,
    "closedAt" DATETIME,
    CONSTRAINT "Whistle_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WhistleCall" (
    "whistleId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "reportedAt" DATETIME,
    "reportedBy" TEXT,
    "words" TEXT,

    PRIMARY KEY ("whistleId", "departmentId"),
    CONSTRAINT "WhistleCall_whistleId_fkey" FOREIGN KEY ("whistleId") REFERENCES "Whistle" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HolidayYear" (
    "year" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source" TEXT NOT NULL,
    "days" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL DEFAULT false,
    "updatedBy" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LimitRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "category" TEXT NOT NULL DEFAULT '',
    "level" TEXT NOT NULL DEFAULT '',
    "urgency" TEXT NOT NULL DEFAULT '',
    "responseHours" INTEGER NOT NULL,
    "resolutionDays" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "updatedBy" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Superior" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "areaId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL DEFAULT '',
    "personId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "updatedBy" TEXT,
    "updatedAt" DATETIME NOT NULL
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
CREATE UNIQUE INDEX "ApiKey_keyHash_key" ON "ApiKey"("keyHash");

-- CreateIndex
CREATE INDEX "ApiKey_areaId_idx" ON "ApiKey"("areaId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalRequest_feedbackId_key" ON "ExternalRequest"("feedbackId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalRequest_apiKeyId_repeatKey_key" ON "ExternalRequest"("apiKeyId", "repeatKey");

-- CreateIndex
CREATE INDEX "ExternalUpdate_subjectKind_subjectId_idx" ON "ExternalUpdate"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalUpdate_apiKeyId_updateId_key" ON "ExternalUpdate"("apiKeyId", "updateId");

-- CreateIndex
CREATE INDEX "WebhookEndpoint_state_areaId_idx" ON "WebhookEndpoint"("state", "areaId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_state_dueAt_idx" ON "WebhookDelivery"("state", "dueAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_state_id_idx" ON "WebhookDelivery"("endpointId", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_endpointId_eventId_key" ON "WebhookDelivery"("endpointId", "eventId");

-- CreateIndex
CREATE INDEX "WebhookAttempt_deliveryId_id_idx" ON "WebhookAttempt"("deliveryId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboundSource_name_key" ON "InboundSource"("name");

-- CreateIndex
CREATE INDEX "InboundMessage_outcome_sourceId_id_idx" ON "InboundMessage"("outcome", "sourceId", "id");

-- CreateIndex
CREATE INDEX "InboundMessage_workOrderId_idx" ON "InboundMessage"("workOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "InboundMessage_sourceId_messageId_key" ON "InboundMessage"("sourceId", "messageId");

-- CreateIndex
CREATE INDEX "Open311Target_areaId_idx" ON "Open311Target"("areaId");

-- CreateIndex
CREATE INDEX "SentOrder_state_dueAt_idx" ON "SentOrder"("state", "dueAt");

-- CreateIndex
CREATE INDEX "SentOrder_workOrderId_idx" ON "SentOrder"("workOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "SentOrder_targetId_workOrderId_key" ON "SentOrder"("targetId", "workOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarLink_tokenHash_key" ON "CalendarLink"("tokenHash");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_threadId_id_idx" ON "Comment"("subjectKind", "subjectId", "threadId", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_supportCount_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "supportCount", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_controversy_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "controversy", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_stance_merit_id_idx" ON "Comment"("subjectKind", "subjectId", "stance", "merit", "id");

-- CreateIndex
CREATE INDEX "Comment_threadId_id_idx" ON "Comment"("threadId", "id");

-- CreateIndex
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");

-- CreateIndex
CREATE INDEX "CommentVote_personId_idx" ON "CommentVote"("personId");

-- CreateIndex
CREATE INDEX "Feedback_areaId_state_id_idx" ON "Feedback"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Feedback_state_id_idx" ON "Feedback"("state", "id");

-- CreateIndex
CREATE INDEX "Feedback_authorId_id_idx" ON "Feedback"("authorId", "id");

-- CreateIndex
CREATE INDEX "Feedback_createdAt_idx" ON "Feedback"("createdAt");

-- CreateIndex
CREATE INDEX "Feedback_updatedAt_idx" ON "Feedback"("updatedAt");

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
CREATE INDEX "Conversation_state_closesAt_idx" ON "Conversation"("state", "closesAt");

-- CreateIndex
CREATE INDEX "Conversation_areaId_id_idx" ON "Conversation"("areaId", "id");

-- CreateIndex
CREATE INDEX "Conversation_proposalId_idx" ON "Conversation"("proposalId");

-- CreateIndex
CREATE INDEX "Statement_authorId_idx" ON "Statement"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_conversationId_number_key" ON "Statement"("conversationId", "number");

-- CreateIndex
CREATE INDEX "Participant_personId_idx" ON "Participant"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_conversationId_personId_key" ON "Participant"("conversationId", "personId");

-- CreateIndex
CREATE INDEX "StatementAnswer_statementId_idx" ON "StatementAnswer"("statementId");

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
CREATE INDEX "Proposal_mergedIntoId_idx" ON "Proposal"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Proposal_statementId_idx" ON "Proposal"("statementId");

-- CreateIndex
CREATE INDEX "Endorsement_personId_idx" ON "Endorsement"("personId");

-- CreateIndex
CREATE INDEX "ProposalMerge_intoId_idx" ON "ProposalMerge"("intoId");

-- CreateIndex
CREATE INDEX "ProposalMerge_fromId_idx" ON "ProposalMerge"("fromId");

-- CreateIndex
CREATE UNIQUE INDEX "ResponsibilityEntry_currentKey_key" ON "ResponsibilityEntry"("currentKey");

-- CreateIndex
CREATE INDEX "ResponsibilityEntry_areaId_currentKey_idx" ON "ResponsibilityEntry"("areaId", "currentKey");

-- CreateIndex
CREATE INDEX "ResponsibilityEntry_departmentId_idx" ON "ResponsibilityEntry"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ResponsibilityEntry_key_version_key" ON "ResponsibilityEntry"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ResponsibilityGap_openKey_key" ON "ResponsibilityGap"("openKey");

-- CreateIndex
CREATE INDEX "ResponsibilityGap_areaId_closedAt_idx" ON "ResponsibilityGap"("areaId", "closedAt");

-- CreateIndex
CREATE INDEX "DispatchChoice_workOrderId_decidedAt_idx" ON "DispatchChoice"("workOrderId", "decidedAt");

-- CreateIndex
CREATE INDEX "StatisticsOrder_areaId_month_idx" ON "StatisticsOrder"("areaId", "month");

-- CreateIndex
CREATE INDEX "StatisticsOrder_departmentId_month_idx" ON "StatisticsOrder"("departmentId", "month");

-- CreateIndex
CREATE INDEX "StatisticsOrder_month_idx" ON "StatisticsOrder"("month");

-- CreateIndex
CREATE UNIQUE INDEX "StatisticsExclusion_workOrderId_ended_key" ON "StatisticsExclusion"("workOrderId", "ended");

-- CreateIndex
CREATE UNIQUE INDEX "Target_year_areaId_departmentId_measure_key" ON "Target"("year", "areaId", "departmentId", "measure");

-- CreateIndex
CREATE UNIQUE INDEX "TargetChange_targetId_version_key" ON "TargetChange"("targetId", "version");

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
CREATE INDEX "QueuedOrder_workOrderId_idx" ON "QueuedOrder"("workOrderId");

-- CreateIndex
CREATE INDEX "WorkOrderNote_workOrderId_id_idx" ON "WorkOrderNote"("workOrderId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseTemplate_areaId_name_key" ON "ResponseTemplate"("areaId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_personId_name_key" ON "SavedFilter"("personId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrder_number_key" ON "WorkOrder"("number");

-- CreateIndex
CREATE INDEX "WorkOrder_areaId_state_id_idx" ON "WorkOrder"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_departmentId_state_deadlineAt_idx" ON "WorkOrder"("departmentId", "state", "deadlineAt");

-- CreateIndex
CREATE INDEX "WorkOrder_state_deadlineAt_idx" ON "WorkOrder"("state", "deadlineAt");

-- CreateIndex
CREATE INDEX "WorkOrder_createdAt_idx" ON "WorkOrder"("createdAt");

-- CreateIndex
CREATE INDEX "WorkOrder_updatedAt_idx" ON "WorkOrder"("updatedAt");

-- CreateIndex
CREATE INDEX "WorkOrder_handlingAreaId_state_deadlineAt_idx" ON "WorkOrder"("handlingAreaId", "state", "deadlineAt");

-- CreateIndex
CREATE INDEX "WorkOrder_mergedIntoId_idx" ON "WorkOrder"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrder_externalSystem_externalNumber_key" ON "WorkOrder"("externalSystem", "externalNumber");

-- CreateIndex
CREATE INDEX "WorkOrderLink_subjectKind_subjectId_idx" ON "WorkOrderLink"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "CallBack_personId_answeredAt_idx" ON "CallBack"("personId", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "CallBack_workOrderId_personId_round_key" ON "CallBack"("workOrderId", "personId", "round");

-- CreateIndex
CREATE INDEX "WorkOrderClock_endedAt_nextStepAt_idx" ON "WorkOrderClock"("endedAt", "nextStepAt");

-- CreateIndex
CREATE INDEX "WorkOrderClock_endedAt_id_idx" ON "WorkOrderClock"("endedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrderClock_workOrderId_kind_round_key" ON "WorkOrderClock"("workOrderId", "kind", "round");

-- CreateIndex
CREATE INDEX "WorkOrderSuspension_workOrderId_idx" ON "WorkOrderSuspension"("workOrderId");

-- CreateIndex
CREATE INDEX "WorkOrderSuspension_endedAt_until_idx" ON "WorkOrderSuspension"("endedAt", "until");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrderRequest_openKey_key" ON "WorkOrderRequest"("openKey");

-- CreateIndex
CREATE INDEX "WorkOrderRequest_workOrderId_askedAt_idx" ON "WorkOrderRequest"("workOrderId", "askedAt");

-- CreateIndex
CREATE INDEX "WorkOrderHelper_departmentId_reportedAt_idx" ON "WorkOrderHelper"("departmentId", "reportedAt");

-- CreateIndex
CREATE INDEX "WorkOrderHandover_workOrderId_at_idx" ON "WorkOrderHandover"("workOrderId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrderEscalation_key_key" ON "WorkOrderEscalation"("key");

-- CreateIndex
CREATE INDEX "WorkOrderEscalation_workOrderId_at_idx" ON "WorkOrderEscalation"("workOrderId", "at");

-- CreateIndex
CREATE INDEX "Whistle_workOrderId_idx" ON "Whistle"("workOrderId");

-- CreateIndex
CREATE INDEX "WhistleCall_departmentId_reportedAt_idx" ON "WhistleCall"("departmentId", "reportedAt");

-- CreateIndex
CREATE UNIQUE INDEX "LimitRule_category_level_urgency_key" ON "LimitRule"("category", "level", "urgency");

-- CreateIndex
CREATE INDEX "Superior_personId_idx" ON "Superior"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Superior_areaId_organisationId_key" ON "Superior"("areaId", "organisationId");

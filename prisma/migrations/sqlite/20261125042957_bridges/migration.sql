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
CREATE INDEX "Feedback_createdAt_idx" ON "Feedback"("createdAt");

-- CreateIndex
CREATE INDEX "Feedback_updatedAt_idx" ON "Feedback"("updatedAt");

-- CreateIndex
CREATE INDEX "WorkOrder_createdAt_idx" ON "WorkOrder"("createdAt");

-- CreateIndex
CREATE INDEX "WorkOrder_updatedAt_idx" ON "WorkOrder"("updatedAt");

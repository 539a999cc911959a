-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "postsArePublic" BOOLEAN NOT NULL DEFAULT true,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "revokedBy" TEXT,
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalRequest" (
    "id" TEXT NOT NULL,
    "apiKeyId" TEXT NOT NULL,
    "repeatKey" TEXT NOT NULL,
    "externalId" TEXT,
    "feedbackId" TEXT NOT NULL,
    "sealedReporter" TEXT,
    "mediaUrls" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExternalRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalUpdate" (
    "id" TEXT NOT NULL,
    "apiKeyId" TEXT NOT NULL,
    "updateId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "sealedSender" TEXT,
    "mediaUrls" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExternalUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "oldSecret" TEXT,
    "oldSecretUntil" TIMESTAMP(3),
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "leasedUntil" TIMESTAMP(3),
    "lastStatus" INTEGER,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookAttempt" (
    "id" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "WebhookAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundSource" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "oldSecret" TEXT,
    "oldSecretUntil" TIMESTAMP(3),
    "state" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InboundSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalStatus" (
    "sourceId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExternalStatus_pkey" PRIMARY KEY ("sourceId","status")
);

-- CreateTable
CREATE TABLE "InboundMessage" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "externalNumber" TEXT NOT NULL,
    "externalStatus" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "workOrderId" TEXT,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "InboundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Open311Target" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "jurisdictionId" TEXT,
    "apiKey" TEXT,
    "state" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "polledAt" TIMESTAMP(3),
    "lastError" TEXT,

    CONSTRAINT "Open311Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Open311TargetService" (
    "targetId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "serviceCode" TEXT NOT NULL,

    CONSTRAINT "Open311TargetService_pkey" PRIMARY KEY ("targetId","category")
);

-- CreateTable
CREATE TABLE "SentOrder" (
    "id" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "token" TEXT,
    "externalId" TEXT,
    "externalStatus" TEXT,
    "statusNotes" TEXT,
    "externalAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "leasedUntil" TIMESTAMP(3),
    "lastError" TEXT,
    "sentBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "SentOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarLink" (
    "personId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CalendarLink_pkey" PRIMARY KEY ("personId")
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

-- AddForeignKey
ALTER TABLE "ExternalRequest" ADD CONSTRAINT "ExternalRequest_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalUpdate" ADD CONSTRAINT "ExternalUpdate_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookAttempt" ADD CONSTRAINT "WebhookAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "WebhookDelivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalStatus" ADD CONSTRAINT "ExternalStatus_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "InboundSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundMessage" ADD CONSTRAINT "InboundMessage_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "InboundSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Open311TargetService" ADD CONSTRAINT "Open311TargetService_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Open311Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SentOrder" ADD CONSTRAINT "SentOrder_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Open311Target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

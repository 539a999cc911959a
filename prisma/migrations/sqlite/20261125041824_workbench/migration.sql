-- AlterTable
ALTER TABLE "WorkOrder" ADD COLUMN "mergedIntoId" TEXT;
ALTER TABLE "WorkOrder" ADD COLUMN "splitFromId" TEXT;

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
CREATE INDEX "QueuedOrder_workOrderId_idx" ON "QueuedOrder"("workOrderId");

-- CreateIndex
CREATE INDEX "WorkOrderNote_workOrderId_id_idx" ON "WorkOrderNote"("workOrderId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseTemplate_areaId_name_key" ON "ResponseTemplate"("areaId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_personId_name_key" ON "SavedFilter"("personId", "name");

-- CreateIndex
CREATE INDEX "WorkOrder_mergedIntoId_idx" ON "WorkOrder"("mergedIntoId");

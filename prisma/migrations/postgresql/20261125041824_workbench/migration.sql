-- AlterTable
ALTER TABLE "WorkOrder" ADD COLUMN     "mergedIntoId" TEXT,
ADD COLUMN     "splitFromId" TEXT;

-- CreateTable
CREATE TABLE "ResponsibilityEntry" (
    "id" TEXT NOT NULL,
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
    "from" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),
    "endReason" TEXT,
    "endedBy" TEXT,
    "currentKey" TEXT,

    CONSTRAINT "ResponsibilityEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponsibilityGap" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "openKey" TEXT,
    "workOrderId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "entryId" TEXT,

    CONSTRAINT "ResponsibilityGap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DispatchChoice" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "suggestedId" TEXT,
    "entryId" TEXT,
    "category" TEXT NOT NULL DEFAULT '',
    "area" TEXT NOT NULL DEFAULT '',
    "decidedId" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DispatchChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QueuedOrder" (
    "scope" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "QueuedOrder_pkey" PRIMARY KEY ("scope","queue","dueAt","workOrderId")
);

-- CreateTable
CREATE TABLE "WorkOrderNote" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkOrderNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseTemplate" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ResponseTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
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

-- AlterTable
ALTER TABLE "Area" ADD COLUMN "matters" TEXT;
ALTER TABLE "Area" ADD COLUMN "supervisionPhone" TEXT;
ALTER TABLE "Area" ADD COLUMN "workerContact" TEXT;
ALTER TABLE "Area" ADD COLUMN "workerName" TEXT;

-- AlterTable
ALTER TABLE "CallBack" ADD COLUMN "contacted" BOOLEAN;

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
    "dueAt" DATETIME NOT NULL,
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

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_WorkOrder" (
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
    "version" INTEGER NOT NULL DEFAULT 1
);
INSERT INTO "new_WorkOrder" ("acceptedAt", "areaId", "category", "closedAt", "createdAt", "createdBy", "deadlineAt", "departmentId", "description", "dispatchedAt", "doneAt", "externalNumber", "externalSystem", "id", "latitude", "level", "longitude", "number", "reopenedCount", "report", "reportHtml", "returnedCount", "state", "title", "updatedAt", "urgency", "version") SELECT "acceptedAt", "areaId", "category", "closedAt", "createdAt", "createdBy", "deadlineAt", "departmentId", "description", "dispatchedAt", "doneAt", "externalNumber", "externalSystem", "id", "latitude", "level", "longitude", "number", "reopenedCount", "report", "reportHtml", "returnedCount", "state", "title", "updatedAt", "urgency", "version" FROM "WorkOrder";
DROP TABLE "WorkOrder";
ALTER TABLE "new_WorkOrder" RENAME TO "WorkOrder";
CREATE UNIQUE INDEX "WorkOrder_number_key" ON "WorkOrder"("number");
CREATE INDEX "WorkOrder_areaId_state_id_idx" ON "WorkOrder"("areaId", "state", "id");
CREATE INDEX "WorkOrder_departmentId_state_deadlineAt_idx" ON "WorkOrder"("departmentId", "state", "deadlineAt");
CREATE INDEX "WorkOrder_state_deadlineAt_idx" ON "WorkOrder"("state", "deadlineAt");
CREATE INDEX "WorkOrder_handlingAreaId_state_deadlineAt_idx" ON "WorkOrder"("handlingAreaId", "state", "deadlineAt");
CREATE UNIQUE INDEX "WorkOrder_externalSystem_externalNumber_key" ON "WorkOrder"("externalSystem", "externalNumber");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "WorkOrderClock_endedAt_dueAt_idx" ON "WorkOrderClock"("endedAt", "dueAt");

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

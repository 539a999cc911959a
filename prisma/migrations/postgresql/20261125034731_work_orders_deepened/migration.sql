-- AlterTable
ALTER TABLE "Area" ADD COLUMN     "matters" TEXT,
ADD COLUMN     "supervisionPhone" TEXT,
ADD COLUMN     "workerContact" TEXT,
ADD COLUMN     "workerName" TEXT;

-- AlterTable
ALTER TABLE "WorkOrder" ADD COLUMN     "assigned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "handlingAreaId" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "leadId" TEXT,
ADD COLUMN     "measures" TEXT,
ADD COLUMN     "refusalGround" TEXT,
ADD COLUMN     "refusalWords" TEXT,
ADD COLUMN     "responseDueAt" TIMESTAMP(3),
ADD COLUMN     "supervisedAt" TIMESTAMP(3),
ADD COLUMN     "supervisionFor" TEXT,
ADD COLUMN     "suspendedAt" TIMESTAMP(3),
ADD COLUMN     "transferCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "CallBack" ADD COLUMN     "contacted" BOOLEAN;

-- CreateTable
CREATE TABLE "WorkOrderClock" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "amount" INTEGER,
    "unit" TEXT,
    "extendedBy" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "WorkOrderClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderSuspension" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "reason" TEXT NOT NULL,

    CONSTRAINT "WorkOrderSuspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderRequest" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "days" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "openKey" TEXT,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),
    "words" TEXT,

    CONSTRAINT "WorkOrderRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderHelper" (
    "workOrderId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "report" TEXT,
    "reportedAt" TIMESTAMP(3),

    CONSTRAINT "WorkOrderHelper_pkey" PRIMARY KEY ("workOrderId","departmentId")
);

-- CreateTable
CREATE TABLE "WorkOrderHandover" (
    "id" TEXT NOT NULL,
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
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkOrderHandover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderEscalation" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "personId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkOrderEscalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Whistle" (
    "id" TEXT NOT NULL,
    "workOrderId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "meetsAt" TIMESTAMP(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "blownBy" TEXT NOT NULL,
    "blownAt" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Whistle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WhistleCall" (
    "whistleId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "reportedAt" TIMESTAMP(3),
    "reportedBy" TEXT,
    "words" TEXT,

    CONSTRAINT "WhistleCall_pkey" PRIMARY KEY ("whistleId","departmentId")
);

-- CreateTable
CREATE TABLE "HolidayYear" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "days" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL DEFAULT false,
    "updatedBy" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HolidayYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "LimitRule" (
    "id" TEXT NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "level" TEXT NOT NULL DEFAULT '',
    "urgency" TEXT NOT NULL DEFAULT '',
    "responseHours" INTEGER NOT NULL,
    "resolutionDays" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "updatedBy" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LimitRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Superior" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL DEFAULT '',
    "personId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "updatedBy" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Superior_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "WorkOrder_handlingAreaId_state_deadlineAt_idx" ON "WorkOrder"("handlingAreaId", "state", "deadlineAt");

-- AddForeignKey
ALTER TABLE "WorkOrderClock" ADD CONSTRAINT "WorkOrderClock_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderSuspension" ADD CONSTRAINT "WorkOrderSuspension_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderRequest" ADD CONSTRAINT "WorkOrderRequest_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderHelper" ADD CONSTRAINT "WorkOrderHelper_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderHandover" ADD CONSTRAINT "WorkOrderHandover_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderEscalation" ADD CONSTRAINT "WorkOrderEscalation_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Whistle" ADD CONSTRAINT "Whistle_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WhistleCall" ADD CONSTRAINT "WhistleCall_whistleId_fkey" FOREIGN KEY ("whistleId") REFERENCES "Whistle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

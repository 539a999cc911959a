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

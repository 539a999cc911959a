-- CreateTable
CREATE TABLE "YearOfTakingPart" (
    "year" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("year", "personId")
);

-- CreateTable
CREATE TABLE "TakingPartSeen" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sequence" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "StatisticsMonth" (
    "areaId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
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

    PRIMARY KEY ("areaId", "month", "category")
);

-- CreateTable
CREATE TABLE "CensusFigure" (
    "version" INTEGER NOT NULL,
    "areaId" TEXT NOT NULL,
    "ageBand" TEXT NOT NULL,
    "people" INTEGER NOT NULL,

    PRIMARY KEY ("version", "areaId", "ageBand"),
    CONSTRAINT "CensusFigure_version_fkey" FOREIGN KEY ("version") REFERENCES "Census" ("version") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Census" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "importedBy" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "YearOfTakingPart_personId_idx" ON "YearOfTakingPart"("personId");

-- CreateIndex
CREATE INDEX "StatisticsMonth_month_idx" ON "StatisticsMonth"("month");

-- What is kept by department, added up over all of them.
INSERT INTO "StatisticsMonth" ("areaId", "month", "category", "orders", "excluded", "refused", "responded", "done", "overdue", "returned", "reopened", "solved", "unsolved", "silent", "rated1", "rated2", "rated3", "rated4", "rated5", "asked", "answered", "saidContacted", "saidSolved", "gave1", "gave2", "gave3", "gave4", "gave5")
SELECT "areaId", "month", "category", SUM("orders"), SUM("excluded"), SUM("refused"), SUM("responded"), SUM("done"), SUM("overdue"), SUM("returned"), SUM("reopened"), SUM("solved"), SUM("unsolved"), SUM("silent"), SUM("rated1"), SUM("rated2"), SUM("rated3"), SUM("rated4"), SUM("rated5"), SUM("asked"), SUM("answered"), SUM("saidContacted"), SUM("saidSolved"), SUM("gave1"), SUM("gave2"), SUM("gave3"), SUM("gave4"), SUM("gave5") FROM "StatisticsCell" GROUP BY "areaId", "month", "category";

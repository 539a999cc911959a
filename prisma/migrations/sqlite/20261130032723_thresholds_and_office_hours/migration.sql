-- CreateTable
CREATE TABLE "EndorsementThreshold" (
    "areaId" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "setBy" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OfficeHours" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hours" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "updatedBy" TEXT,
    "updatedAt" DATETIME NOT NULL
);

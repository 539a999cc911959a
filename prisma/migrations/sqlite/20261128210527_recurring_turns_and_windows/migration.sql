-- CreateTable
CREATE TABLE "RecurringTurn" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "leasedUntil" DATETIME
);

-- CreateTable
CREATE TABLE "AttemptWindow" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "endsAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "AttemptWindow_endsAt_idx" ON "AttemptWindow"("endsAt");

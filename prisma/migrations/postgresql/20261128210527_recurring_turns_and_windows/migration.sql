-- CreateTable
CREATE TABLE "RecurringTurn" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "leasedUntil" TIMESTAMP(3),

    CONSTRAINT "RecurringTurn_pkey" PRIMARY KEY ("name")
);

-- CreateTable
-- What it holds is worth nothing after a crash: it costs no log.
CREATE UNLOGGED TABLE "AttemptWindow" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttemptWindow_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "AttemptWindow_endsAt_idx" ON "AttemptWindow"("endsAt");

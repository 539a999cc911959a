-- CreateTable
CREATE TABLE "CareNeed" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "personId" TEXT,
    "statedBy" TEXT,
    "entitlement" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sealedWords" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "rhythmDays" INTEGER NOT NULL,
    "until" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),
    "sealedReason" TEXT,
    "lastContactAt" TIMESTAMP(3),
    "raisedUntil" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "CareNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareTask" (
    "id" TEXT NOT NULL,
    "needId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "sealedTask" TEXT,
    "seriesId" TEXT,
    "plannedBy" TEXT NOT NULL,
    "plannedAt" TIMESTAMP(3) NOT NULL,
    "doneBy" TEXT,
    "organisationId" TEXT,
    "recordedAt" TIMESTAMP(3),
    "sealedRecord" TEXT,
    "sealedObjection" TEXT,
    "objectedAt" TIMESTAMP(3),
    "sealedAnswer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMP(3),
    "seenToBy" TEXT,
    "seenToAt" TIMESTAMP(3),

    CONSTRAINT "CareTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareLook" (
    "id" TEXT NOT NULL,
    "needId" TEXT NOT NULL,
    "lookedBy" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CareLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareContest" (
    "id" TEXT NOT NULL,
    "needId" TEXT NOT NULL,
    "contestedBy" TEXT,
    "state" TEXT NOT NULL,
    "sealedWords" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "sealedAnswer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMP(3),
    "openKey" TEXT,

    CONSTRAINT "CareContest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareVolunteer" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "offeredAt" TIMESTAMP(3) NOT NULL,
    "vettedBy" TEXT,
    "vettedAt" TIMESTAMP(3),

    CONSTRAINT "CareVolunteer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CareNeed_areaId_state_id_idx" ON "CareNeed"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "CareNeed_personId_idx" ON "CareNeed"("personId");

-- CreateIndex
CREATE INDEX "CareNeed_statedBy_idx" ON "CareNeed"("statedBy");

-- CreateIndex
CREATE INDEX "CareNeed_state_until_idx" ON "CareNeed"("state", "until");

-- CreateIndex
CREATE INDEX "CareNeed_endedAt_idx" ON "CareNeed"("endedAt");

-- CreateIndex
CREATE INDEX "CareTask_needId_startsAt_idx" ON "CareTask"("needId", "startsAt");

-- CreateIndex
CREATE INDEX "CareTask_doneBy_state_idx" ON "CareTask"("doneBy", "state");

-- CreateIndex
CREATE INDEX "CareTask_state_endsAt_idx" ON "CareTask"("state", "endsAt");

-- CreateIndex
CREATE INDEX "CareLook_needId_at_idx" ON "CareLook"("needId", "at");

-- CreateIndex
CREATE INDEX "CareLook_lookedBy_idx" ON "CareLook"("lookedBy");

-- CreateIndex
CREATE UNIQUE INDEX "CareContest_openKey_key" ON "CareContest"("openKey");

-- CreateIndex
CREATE INDEX "CareContest_needId_createdAt_idx" ON "CareContest"("needId", "createdAt");

-- CreateIndex
CREATE INDEX "CareContest_contestedBy_idx" ON "CareContest"("contestedBy");

-- CreateIndex
CREATE INDEX "CareContest_state_dueAt_idx" ON "CareContest"("state", "dueAt");

-- CreateIndex
CREATE INDEX "CareVolunteer_areaId_state_id_idx" ON "CareVolunteer"("areaId", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CareVolunteer_personId_organisationId_key" ON "CareVolunteer"("personId", "organisationId");

-- AddForeignKey
ALTER TABLE "CareTask" ADD CONSTRAINT "CareTask_needId_fkey" FOREIGN KEY ("needId") REFERENCES "CareNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareLook" ADD CONSTRAINT "CareLook_needId_fkey" FOREIGN KEY ("needId") REFERENCES "CareNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareContest" ADD CONSTRAINT "CareContest_needId_fkey" FOREIGN KEY ("needId") REFERENCES "CareNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

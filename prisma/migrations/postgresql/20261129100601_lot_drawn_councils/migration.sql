-- CreateTable
CREATE TABLE "Council" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "purposeHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "panels" INTEGER NOT NULL DEFAULT 1000,
    "onePerHousehold" BOOLEAN NOT NULL DEFAULT true,
    "quotas" TEXT NOT NULL,
    "volunteersUntil" TIMESTAMP(3) NOT NULL,
    "termUntil" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealedSecret" TEXT NOT NULL,
    "secretCommitment" TEXT NOT NULL,
    "check" TEXT,
    "reason" TEXT,
    "seatedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilRound" (
    "councilId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "residents" INTEGER NOT NULL,
    "invited" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "rollSha256" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CouncilRound_pkey" PRIMARY KEY ("councilId","number")
);

-- CreateTable
CREATE TABLE "CouncilCandidate" (
    "id" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "personId" TEXT,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "invitedAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "sealedFeatures" TEXT,
    "chance" DOUBLE PRECISION,
    "drawnIn" INTEGER,
    "showsName" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CouncilCandidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilDraw" (
    "councilId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seats" INTEGER NOT NULL,
    "quotas" TEXT NOT NULL,
    "kept" TEXT NOT NULL,
    "excluded" TEXT NOT NULL,
    "listText" TEXT NOT NULL,
    "listSha256" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "commitments" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "listedAt" TIMESTAMP(3) NOT NULL,
    "seed" TEXT,
    "counter" INTEGER,
    "hash" TEXT,
    "line" INTEGER,
    "panel" TEXT,
    "drawnAt" TIMESTAMP(3),
    "drawnBy" TEXT,

    CONSTRAINT "CouncilDraw_pkey" PRIMARY KEY ("councilId","number")
);

-- CreateTable
CREATE TABLE "CouncilAuditor" (
    "councilId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "namedBy" TEXT NOT NULL,
    "namedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CouncilAuditor_pkey" PRIMARY KEY ("councilId","personId")
);

-- CreateIndex
CREATE INDEX "Council_areaId_state_id_idx" ON "Council"("areaId", "state", "id");

-- CreateIndex
CREATE INDEX "Council_state_termUntil_idx" ON "Council"("state", "termUntil");

-- CreateIndex
CREATE INDEX "CouncilCandidate_personId_idx" ON "CouncilCandidate"("personId");

-- CreateIndex
CREATE INDEX "CouncilCandidate_councilId_state_idx" ON "CouncilCandidate"("councilId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilCandidate_councilId_personId_key" ON "CouncilCandidate"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilCandidate_councilId_number_key" ON "CouncilCandidate"("councilId", "number");

-- CreateIndex
CREATE INDEX "CouncilAuditor_personId_idx" ON "CouncilAuditor"("personId");

-- AddForeignKey
ALTER TABLE "CouncilRound" ADD CONSTRAINT "CouncilRound_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilCandidate" ADD CONSTRAINT "CouncilCandidate_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilDraw" ADD CONSTRAINT "CouncilDraw_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilAuditor" ADD CONSTRAINT "CouncilAuditor_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

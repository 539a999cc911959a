-- CreateTable
CREATE TABLE "Council" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "purposeHtml" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "panels" INTEGER NOT NULL DEFAULT 1000,
    "onePerHousehold" BOOLEAN NOT NULL DEFAULT true,
    "quotas" TEXT NOT NULL,
    "volunteersUntil" DATETIME NOT NULL,
    "termUntil" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealedSecret" TEXT NOT NULL,
    "secretCommitment" TEXT NOT NULL,
    "check" TEXT,
    "reason" TEXT,
    "seatedAt" DATETIME,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CouncilRound" (
    "councilId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "residents" INTEGER NOT NULL,
    "invited" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "rollSha256" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("councilId", "number"),
    CONSTRAINT "CouncilRound_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CouncilCandidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "personId" TEXT,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "invitedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "sealedFeatures" TEXT,
    "chance" REAL,
    "drawnIn" INTEGER,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "CouncilCandidate_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
    "dueAt" DATETIME NOT NULL,
    "listedAt" DATETIME NOT NULL,
    "seed" TEXT,
    "counter" INTEGER,
    "hash" TEXT,
    "line" INTEGER,
    "panel" TEXT,
    "drawnAt" DATETIME,
    "drawnBy" TEXT,

    PRIMARY KEY ("councilId", "number"),
    CONSTRAINT "CouncilDraw_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CouncilAuditor" (
    "councilId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "namedBy" TEXT NOT NULL,
    "namedAt" DATETIME NOT NULL,

    PRIMARY KEY ("councilId", "personId"),
    CONSTRAINT "CouncilAuditor_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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

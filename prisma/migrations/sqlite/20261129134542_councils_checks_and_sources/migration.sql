-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Council" (
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
    "sealedSecret" TEXT,
    "secretCommitment" TEXT NOT NULL,
    "check" TEXT,
    "checkedPeople" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "seatedAt" DATETIME,
    "endedAt" DATETIME
);
INSERT INTO "new_Council" ("areaId", "check", "createdAt", "createdBy", "endedAt", "id", "onePerHousehold", "panels", "purpose", "purposeHtml", "quotas", "reason", "sealedSecret", "seatedAt", "seats", "secretCommitment", "state", "termUntil", "title", "version", "volunteersUntil") SELECT "areaId", "check", "createdAt", "createdBy", "endedAt", "id", "onePerHousehold", "panels", "purpose", "purposeHtml", "quotas", "reason", "sealedSecret", "seatedAt", "seats", "secretCommitment", "state", "termUntil", "title", "version", "volunteersUntil" FROM "Council";
DROP TABLE "Council";
ALTER TABLE "new_Council" RENAME TO "Council";
CREATE INDEX "Council_areaId_state_id_idx" ON "Council"("areaId", "state", "id");
CREATE INDEX "Council_state_termUntil_idx" ON "Council"("state", "termUntil");
CREATE TABLE "new_CouncilCandidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "personId" TEXT,
    "number" TEXT,
    "state" TEXT NOT NULL,
    "invitedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "sealedFeatures" TEXT,
    "checked" BOOLEAN NOT NULL DEFAULT false,
    "chance" REAL,
    "drawnIn" INTEGER,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "CouncilCandidate_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CouncilCandidate" ("answeredAt", "chance", "councilId", "drawnIn", "id", "invitedAt", "number", "personId", "sealedFeatures", "showsName", "state") SELECT "answeredAt", "chance", "councilId", "drawnIn", "id", "invitedAt", "number", "personId", "sealedFeatures", "showsName", "state" FROM "CouncilCandidate";
DROP TABLE "CouncilCandidate";
ALTER TABLE "new_CouncilCandidate" RENAME TO "CouncilCandidate";
CREATE INDEX "CouncilCandidate_personId_idx" ON "CouncilCandidate"("personId");
CREATE INDEX "CouncilCandidate_councilId_state_idx" ON "CouncilCandidate"("councilId", "state");
CREATE UNIQUE INDEX "CouncilCandidate_councilId_personId_key" ON "CouncilCandidate"("councilId", "personId");
CREATE UNIQUE INDEX "CouncilCandidate_councilId_number_key" ON "CouncilCandidate"("councilId", "number");
CREATE TABLE "new_CouncilDraw" (
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
    "earlierSources" TEXT NOT NULL DEFAULT '[]',
    "namedAfterDue" BOOLEAN NOT NULL DEFAULT false,
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
INSERT INTO "new_CouncilDraw" ("commitments", "councilId", "counter", "drawnAt", "drawnBy", "dueAt", "excluded", "hash", "kept", "line", "listSha256", "listText", "listedAt", "number", "panel", "quotas", "seats", "seed", "source", "summary", "way") SELECT "commitments", "councilId", "counter", "drawnAt", "drawnBy", "dueAt", "excluded", "hash", "kept", "line", "listSha256", "listText", "listedAt", "number", "panel", "quotas", "seats", "seed", "source", "summary", "way" FROM "CouncilDraw";
DROP TABLE "CouncilDraw";
ALTER TABLE "new_CouncilDraw" RENAME TO "CouncilDraw";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
